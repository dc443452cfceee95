import type { ChatMessage } from "@chask/client";
import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Copy, Pencil, Reply, Trash2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import { ConfirmDialog } from "../../settings/form/ConfirmDialog";
import "../../settings/settings.css";
import { api, useClient } from "../../shell/client";
import { useNow } from "../../shell/now";
import { useNotices } from "../../shell/Notices";
import { useTexts, useWords } from "../../shell/words";
import { useDrafts } from "../DraftsProvider";
import { quoteFor } from "../quote";
import { allowed, type Allowed } from "./allowed";
import { changeProblem } from "./problem";
import { texts } from "./texts";

const fresh = 60_000;

/// What can be done with a message that is stored. Loaded at its first use, and opened at once.
export function MessageMenu({
  message,
  target,
  onClose,
}: {
  readonly message: ChatMessage;
  /// The button it hangs on, which has the focus again when it closes.
  readonly target: ReactElement;
  readonly onClose: () => void;
}): ReactElement {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu opened={!asking} onClose={onClose} position="bottom-end" withinPortal returnFocus>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown>
          <Items message={message} onRemove={() => setAsking(true)} onDone={onClose} />
        </Menu.Dropdown>
      </Menu>
      {asking ? <RemoveDialog message={message} onClose={onClose} /> : null}
    </>
  );
}

function Items({
  message,
  onRemove,
  onDone,
}: {
  readonly message: ChatMessage;
  readonly onRemove: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const drafts = useDrafts();
  const can = useAllowed(message);
  const copy = useCopy();
  const { conversationId = "", id, content } = message;
  const begin = (change: Parameters<typeof drafts.change>[1]): void => {
    onDone();
    drafts.change(conversationId, change);
  };
  return (
    <>
      <Menu.Item
        leftSection={<Reply size={16} />}
        onClick={() => begin((draft) => ({ ...draft, replyTo: quoteFor(message) }))}
      >
        {t("reply")}
      </Menu.Item>
      {content === "" ? null : (
        <Menu.Item leftSection={<Copy size={16} />} onClick={() => copy(content)}>
          {t("copy")}
        </Menu.Item>
      )}
      {can.edit ? (
        <Menu.Item
          leftSection={<Pencil size={16} />}
          onClick={() => begin((draft) => ({ ...draft, editing: { messageId: id, text: content } }))}
        >
          {t("edit")}
        </Menu.Item>
      ) : null}
      {can.remove ? (
        <Menu.Item color="red" leftSection={<Trash2 size={16} />} closeMenuOnClick={false} onClick={onRemove}>
          {t("remove")}
        </Menu.Item>
      ) : null}
    </>
  );
}

function useAllowed(message: ChatMessage): Allowed {
  const agent = useQuery({ queryKey: ["agent"], queryFn: () => api.currentAgent(), staleTime: fresh });
  const policy = useQuery({
    queryKey: ["settings", "messages"],
    queryFn: () => api.messagePolicy(),
    staleTime: fresh,
  });
  const now = useNow(fresh / 4);
  return agent.data === undefined || policy.data === undefined
    ? { edit: false, remove: false }
    : allowed(message, { agent: agent.data, minutes: policy.data.changeMinutes, now });
}

function useCopy(): (text: string) => void {
  const t = useTexts(texts);
  const notice = useNotices();
  return (text) =>
    void navigator.clipboard.writeText(text).then(
      () => notice({ text: t("copied") }),
      () => notice({ text: t("copyFailed") }),
    );
}

/// Says what a deletion does before it is done.
function RemoveDialog({
  message,
  onClose,
}: {
  readonly message: ChatMessage;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const words = useWords();
  const client = useClient();
  const notice = useNotices();
  const remove = (): void => {
    const { conversationId = "", id } = message;
    onClose();
    client
      .changeMessage({ conversationId, messageId: id, content: null })
      .catch((thrown: unknown) => notice({ text: changeProblem(thrown, words) }));
  };
  return (
    <ConfirmDialog
      title={t("removeTitle")}
      action={t("remove")}
      danger
      busy={false}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t("removeText")}</p>
    </ConfirmDialog>
  );
}
