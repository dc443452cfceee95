import { Suspense, useEffect, useRef, type ReactElement, type RefObject } from "react";
import { Boundary } from "../shell/Boundary";
import { part } from "../shell/part";
import { useLostFocus } from "../shell/useLostFocus";
import { CollisionBar } from "./CollisionBar";
import { AttachButton, EmojiButton, RepliesButton, SendButton } from "./ComposerButtons";
import { ComposerHint } from "./ComposerHint";
import { useDraft, useDrafts } from "./DraftsProvider";
import { inHand, readiness, withoutSubject, written, type ReplyDraft } from "./draft";
import { ReplyBox } from "./ReplyBox";
import { UploadList } from "./UploadList";
import { useAddFiles } from "./useAddFiles";
import { useFocused } from "./useFocused";
import { useCollision, type Collision } from "./useCollision";
import { useReply, type Reply } from "./useReply";
import { useSlash } from "./useSlash";

/// What saves an edit comes with it: by the time it is needed there may be no network.
const Subject = part(async () => {
  const [subject] = await Promise.all([import("./change/Subject"), import("./change/edit")]);
  return subject.Subject;
});

/// A reply that is written: text, files, canned replies, send.
export function ReplyForm({
  id,
  name,
  agentName,
  resolved,
  asked,
}: {
  readonly id: string;
  readonly name: string;
  readonly agentName: string;
  readonly resolved: boolean;
  /// How often the text box was asked for, which gets the focus each time.
  readonly asked: number;
}): ReactElement {
  const draft = useDraft(id);
  const drafts = useDrafts();
  const add = useAddFiles(id);
  const { reply, collision, look, sendAnyway } = useCarefulReply(id);
  const box = useFocused(asked);
  // With a file, a quote or the question of a collision goes the button that ended it.
  const focus = useLostFocus(() => box.current?.focus());
  const write = (text: string): void => {
    drafts.change(id, (present) => written(present, text));
    reply.typing(text);
  };
  useEffect(() => drafts.onAsk(id, () => box.current?.focus()), [drafts, id, box]);
  const now = inHand(draft);
  const subject = useSubject(id);
  const slash = useSlash({ conversation: id, agentName, box, text: now.text, onText: write });
  return (
    <div {...focus}>
      {subject.about === undefined ? null : (
        <Boundary about={subject.about}>
          <Suspense>
            <Subject
              draft={draft}
              name={quotedName(draft, name, agentName)}
              onLeave={() => {
                subject.leave();
                // Not every browser gives a button the focus that a click has pressed.
                box.current?.focus();
              }}
            />
          </Suspense>
        </Boundary>
      )}
      <UploadList id={id} uploads={now.uploads} />
      {collision === undefined ? null : (
        <CollisionBar collision={collision} look={look} onSend={sendAnyway} />
      )}
      <div className="composer-row">
        {slash.element}
        {draft.editing === undefined ? <AttachButton onFiles={add} /> : null}
        <EmojiButton onChoose={slash.insert} onShut={() => box.current?.focus()} />
        <RepliesButton onOpen={slash.open} />
        <ReplyBox
          box={box}
          name={name}
          text={now.text}
          onWrite={write}
          reply={reply}
          slash={slash}
          onFiles={add}
          onLeave={subject.leave}
        />
        <SendButton ready={readiness(now) === "ready"} box={box} onSend={reply.send} />
      </div>
      <ComposerHint draft={now} editing={draft.editing !== undefined} resolved={resolved} />
    </div>
  );
}

/// A message that was sent from here a moment ago names no author yet.
function quotedName({ replyTo }: ReplyDraft, visitor: string, own: string): string {
  return replyTo?.sender === "user" ? visitor : (replyTo?.author?.name ?? own);
}

/// The message that is edited or answered.
function useSubject(id: string): { readonly about: string | undefined; readonly leave: () => boolean } {
  const { editing, replyTo } = useDraft(id);
  const drafts = useDrafts();
  const about = editing?.messageId ?? replyTo?.id;
  const leave = (): boolean => {
    if (about !== undefined) {
      drafts.change(id, withoutSubject);
    }
    return about !== undefined;
  };
  return { about, leave };
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
