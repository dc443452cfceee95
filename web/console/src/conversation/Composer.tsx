import { ActionIcon, Tooltip } from "@mantine/core";
import { Paperclip, SendHorizontal } from "lucide-react";
import { useRef, useState, type ReactElement, type RefObject } from "react";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { CollisionBar } from "./CollisionBar";
import { ComposerHint } from "./ComposerHint";
import { useDraft } from "./DraftsProvider";
import { readiness } from "./drafts";
import { ModeSwitch, type ComposerMode } from "./ModeSwitch";
import { NoteBox } from "./NoteBox";
import { ReplyBox } from "./ReplyBox";
import { UploadList } from "./UploadList";
import { useAddFiles } from "./useAddFiles";
import { useCollision, type Collision } from "./useCollision";
import { useReply, type Reply } from "./useReply";

/// Where a reply is written: text, files, send. What is begun stays with its conversation.
export function Composer({
  id,
  name,
  resolved,
}: {
  readonly id: string;
  readonly name: string;
  readonly resolved: boolean;
}): ReactElement {
  const draft = useDraft(id);
  const add = useAddFiles(id);
  const { reply, collision, look, sendAnyway } = useCarefulReply(id);
  const [mode, setMode] = useState<ComposerMode>("reply");
  // By a key one goes on writing at once; the choice itself keeps the focus of who makes it there.
  const [byKey, setByKey] = useState(false);
  const choose = (next: ComposerMode, key: boolean): void => {
    setMode(next);
    setByKey(key);
  };
  useShortcuts(mode === "note" ? { r: () => choose("reply", true) } : { n: () => choose("note", true) });
  if (mode === "note") {
    return (
      <form className="composer is-note" onSubmit={(event) => event.preventDefault()}>
        <ModeSwitch mode={mode} onChange={(next) => choose(next, false)} />
        <div className="composer-row">
          <NoteBox id={id} focused={byKey} />
        </div>
        <NoteHint />
      </form>
    );
  }
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <ModeSwitch mode={mode} onChange={(next) => choose(next, false)} />
      <UploadList id={id} uploads={draft.uploads} />
      {collision === undefined ? null : (
        <CollisionBar collision={collision} look={look} onSend={sendAnyway} />
      )}
      <div className="composer-row">
        <AttachButton onFiles={add} />
        <ReplyBox id={id} name={name} reply={reply} focused={byKey} />
        <SendButton ready={readiness(draft) === "ready"} onSend={reply.send} />
      </div>
      <ComposerHint draft={draft} resolved={resolved} />
    </form>
  );
}

/// The reply, whose sending is held up once where a colleague answers too.
function useCarefulReply(id: string): {
  readonly reply: Reply;
  readonly collision: Collision | undefined;
  readonly look: RefObject<HTMLButtonElement | null>;
  readonly sendAnyway: () => void;
} {
  const own = useReply(id);
  const collision = useCollision(id);
  const look = useRef<HTMLButtonElement>(null);
  const send = collision === undefined ? own.send : (): void => look.current?.focus();
  return { reply: { ...own, send }, collision, look, sendAnyway: own.send };
}

function NoteHint(): ReactElement {
  const { t } = useWords();
  return <p className="composer-hint">{t("note.hint")}</p>;
}

function AttachButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const { t } = useWords();
  const [inputKey, setInputKey] = useState(0);
  return (
    <>
      <Tooltip label={t("composer.attach")}>
        <ActionIcon size={36} aria-label={t("composer.attach")} onClick={() => input.current?.click()}>
          <Paperclip size={20} />
        </ActionIcon>
      </Tooltip>
      <input
        // A new element after each choice, so that the same file can be chosen again.
        key={inputKey}
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("composer.attach")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          setInputKey(inputKey + 1);
        }}
      />
    </>
  );
}

function SendButton({
  ready,
  onSend,
}: {
  readonly ready: boolean;
  readonly onSend: () => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <Tooltip label={t("composer.send")}>
      <ActionIcon
        size={36}
        variant="filled"
        aria-label={t("composer.send")}
        aria-disabled={!ready}
        data-disabled={!ready}
        onClick={onSend}
      >
        <SendHorizontal size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
