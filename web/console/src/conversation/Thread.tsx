import type { Conversation } from "@chask/client";
import { Skeleton } from "@mantine/core";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";
import { Announcer } from "./Announcer";
import { MessageList } from "./MessageList";

/// The messages of a conversation with what stands around them while there are none yet.
export function Thread({
  id,
  thread,
  name,
}: {
  readonly id: string;
  readonly thread: Conversation | undefined;
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  if (thread === undefined || (thread.messages.length === 0 && thread.history !== "complete")) {
    return <ThreadSkeleton />;
  }
  if (thread.messages.length === 0) {
    return <p className="thread empty">{t("conversation.empty")}</p>;
  }
  return (
    <>
      <MessageList id={id} thread={thread} name={name} />
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

const widths = ["44%", "62%", "38%", "54%", "30%"];

function ThreadSkeleton(): ReactElement {
  const { t } = useWords();
  return (
    <div className="thread thread-skeleton" aria-busy="true">
      <output className="visually-hidden">{t("conversation.loading")}</output>
      {widths.map((width, place) => (
        <Skeleton
          key={width}
          className={place % 2 === 0 ? "" : "is-own"}
          height={44}
          width={width}
          radius={16}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
