import type { Conversation } from "@chask/client";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";
import { Announcer } from "./Announcer";
import type { Asides } from "./asides";
import type { UnseenMentions } from "./unseenMentions";
import { MessageList } from "./MessageList";
import { ThreadSkeleton } from "./ThreadSkeleton";
import { ThreadTrouble, useTrouble } from "./ThreadTrouble";
import "./typing.css";

/// The messages of a conversation with what stands around them while there are none yet.
export function Thread({
  id,
  at,
  thread,
  asides,
  mentions,
  name,
}: {
  readonly id: string;
  /// The message or note to show.
  readonly at: string | undefined;
  readonly thread: Conversation | undefined;
  readonly asides: Asides;
  readonly mentions: UnseenMentions;
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  if (thread === undefined || (thread.messages.length === 0 && thread.history !== "complete")) {
    return <Unloaded id={id} />;
  }
  if (thread.messages.length === 0) {
    return <p className="thread empty">{t("conversation.empty")}</p>;
  }
  return (
    <>
      <MessageList id={id} at={at} thread={thread} asides={asides} mentions={mentions} name={name} />
      <TypingLine name={name} typing={thread.typing?.from === "user"} />
      <Announcer messages={thread.messages} name={name} />
    </>
  );
}

function Unloaded({ id }: { readonly id: string }): ReactElement {
  const trouble = useTrouble(id);
  return (
    <div className="thread">
      {trouble === undefined ? (
        <ThreadSkeleton />
      ) : (
        <ThreadTrouble id={id} error={trouble} missing="notLoaded" />
      )}
    </div>
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
