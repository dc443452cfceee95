import { useEffect, useRef, type ReactElement, type RefObject } from "react";
import { CollisionBar } from "./CollisionBar";
import { AttachButton, EmojiButton, RepliesButton, SendButton } from "./ComposerButtons";
import { ComposerHint } from "./ComposerHint";
import { useDraft, useDrafts } from "./DraftsProvider";
import { readiness } from "./drafts";
import { ReplyBox } from "./ReplyBox";
import { UploadList } from "./UploadList";
import { useAddFiles } from "./useAddFiles";
import { useFocused } from "./useFocused";
import { useCollision, type Collision } from "./useCollision";
import { useReply, type Reply } from "./useReply";
import { useSlash } from "./useSlash";

/// A reply that is written: text, files, canned replies, send.
export function ReplyForm({
  id,
  name,
  agentName,
  resolved,
  focused,
}: {
  readonly id: string;
  readonly name: string;
  readonly agentName: string;
  readonly resolved: boolean;
  /// Whether the text box has the focus from the start.
  readonly focused: boolean;
}): ReactElement {
  const draft = useDraft(id);
  const drafts = useDrafts();
  const add = useAddFiles(id);
  const { reply, collision, look, sendAnyway } = useCarefulReply(id);
  const box = useFocused(focused);
  const write = (text: string): void => {
    drafts.change(id, (present) => ({ ...present, text }));
    reply.typing(text);
  };
  useEffect(
    () =>
      drafts.onRestore((conversation) => {
        if (conversation === id) {
          box.current?.focus();
        }
      }),
    [drafts, id, box],
  );
  const slash = useSlash({ conversation: id, agentName, box, text: draft.text, onText: write });
  return (
    <>
      <UploadList id={id} uploads={draft.uploads} />
      {collision === undefined ? null : (
        <CollisionBar collision={collision} look={look} onSend={sendAnyway} />
      )}
      <div className="composer-row">
        {slash.element}
        <AttachButton onFiles={add} />
        <EmojiButton onChoose={slash.insert} />
        <RepliesButton onOpen={slash.open} />
        <ReplyBox
          box={box}
          name={name}
          text={draft.text}
          onWrite={write}
          reply={reply}
          slash={slash}
          onFiles={add}
        />
        <SendButton ready={readiness(draft) === "ready"} onSend={reply.send} />
      </div>
      <ComposerHint draft={draft} resolved={resolved} />
    </>
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
