import type { Conversation } from "@chask/client";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";
import { Announcer } from "./Announcer";
import type { Asides } from "./asides";
import { MessageList } from "./MessageList";
import { ThreadSkeleton } from "./ThreadSkeleton";

/// The messages of a conversation with what stands around them while there are none yet.
export function Thread({
  id,
  at,
  thread,
  asides,
  name,
}: {
  readonly id: string;
  /// The message to show.
  readonly at: string | undefined;
  readonly thread: Conversation | undefined;
  readonly asides: Asides;
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  if (thread === undefined || (thread.messages.length === 0 && thread.history !== "complete")) {
    return (
      <div className="thread">
        <ThreadSkeleton />
      </div>
    );
  }
  if (thread.messages.length === 0) {
    return <p className="thread empty">{t("conversation.empty")}</p>;
  }
  return (
    <>
      <MessageList id={id} at={at} thread={thread} asides={asides} name={name} />
      <TypingLine name={name} typing={thread.typing?.from === "user"} />
      <Announcer messages={thread.messages} name={name} />
    </>
  );
}

/// Its height is reserved, so that nothing shifts when somebody begins to write.
function TypingLine({ name, typing }: { readonly name: string; readonly typing: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <output className="typing-line">
      {typing ? (
        <>
          <span className="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <bdi>{t("conversation.typing", { name })}</bdi>
        </>
      ) : null}
    </output>
  );
}
