import type { ChatMessage } from "@chask/client";
import { Popover } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Copy, Pencil, Reply, Trash2 } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { ConfirmDialog } from "../../settings/form/ConfirmDialog";
import "../../settings/form/form.css";
import { api, useClient } from "../../shell/client";
import { copyText } from "../../shell/copy";
import { useNow } from "../../shell/now";
import { useNotices } from "../../shell/Notices";
import { useEscape } from "../../shell/useEscape";
import "./change.css";
import { useTexts, useWords } from "../../shell/words";
import { takeUp } from "../drafts";
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
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  useEscape(!asking, onClose);
  return (
    <>
      <Popover
        shadow="md"
        position={message.sender === "user" ? "bottom-start" : "bottom-end"}
        opened={!asking}
        onChange={(opened) => {
          if (!opened) {
            onClose();
          }
        }}
        trapFocus
        returnFocus
      >
        <Popover.Target>{target}</Popover.Target>
        <Popover.Dropdown aria-label={t("message.actions")} className="work-menu">
          <Items message={message} onRemove={() => setAsking(true)} onDone={onClose} />
        </Popover.Dropdown>
      </Popover>
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
    takeUp(drafts, conversationId, change);
  };
  return (
    <>
      <Choice
        icon={<Reply size={16} aria-hidden="true" />}
        onChoose={() => begin((draft) => ({ ...draft, replyTo: quoteFor(message) }))}
      >
        {t("reply")}
      </Choice>
      {content === "" ? null : (
        <Choice
          icon={<Copy size={16} aria-hidden="true" />}
          onChoose={() => {
            onDone();
            copy(content);
          }}
        >
          {t("copy")}
        </Choice>
      )}
      {can.edit ? (
        <Choice
          icon={<Pencil size={16} aria-hidden="true" />}
          onChoose={() => begin((draft) => ({ ...draft, editing: { messageId: id, text: content } }))}
        >
          {t("edit")}
        </Choice>
      ) : null}
      {can.remove ? (
        <Choice danger icon={<Trash2 size={16} aria-hidden="true" />} onChoose={onRemove}>
          {t("remove")}
        </Choice>
      ) : null}
    </>
  );
}

function Choice({
  icon,
  danger = false,
  onChoose,
  children,
}: {
  readonly icon: ReactNode;
  readonly danger?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <button type="button" className="work-choice message-choice" data-danger={danger} onClick={onChoose}>
      {icon}
      <span>{children}</span>
    </button>
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
    void copyText(text).then((copied) => notice({ text: t(copied ? "copied" : "copyFailed") }));
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
