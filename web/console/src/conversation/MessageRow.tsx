import type { ChatMessage } from "@chask/client";
import { CircleAlert } from "lucide-react";
import { memo, type FunctionComponent, type ReactElement } from "react";
import { useClient, useClientState } from "../shell/client";
import { clockTime, dayLabel, fullTime } from "../shell/format";
import { problemKey } from "../shell/problems";
import { useWords } from "../shell/words";
import { AttachmentView } from "./AttachmentView";
import { HeldLine } from "./HeldLine";
import { MessageActions } from "./MessageActions";
import { MessageQuote } from "./MessageQuote";
import { MessageText } from "./MessageText";
import type { ThreadItem } from "./threadItems";
import { Ticks } from "./Ticks";
import { UnreadLine } from "./UnreadLine";

interface MessageRowProps {
  readonly item: ThreadItem;
  readonly now: Date;
  /// The agent who is signed in: his own name need not stand above his messages.
  readonly agentId: string;
  /// The visitor's name, for quotes.
  readonly name: string;
  /// It was asked for: a search has found it, or a quote has led to it.
  readonly found: boolean;
  readonly onJump: (id: string) => void;
  /// The line above it is in sight.
  readonly onSight: (id: string) => void;
}

/// One message with its day, its sender and its status.
export const MessageRow: FunctionComponent<MessageRowProps> = memo(function MessageRow({
  item,
  now,
  agentId,
  name,
  found,
  onJump,
  onSight,
}: MessageRowProps): ReactElement {
  const words = useWords();
  const { message, begins, newDay, first, last, ticked } = item;
  const due = useClientState((state) => state.held.get(message.id));
  return (
    <>
      {begins ? <div className="thread-begin">{words.t("conversation.begin")}</div> : null}
      {newDay ? <div className="day">{dayLabel(message.timestamp, now, words)}</div> : null}
      {item.unreadBegins ? <UnreadLine id={message.id} onSight={onSight} /> : null}
      {message.sender === "system" ? (
        <p className="system-line">{message.content}</p>
      ) : (
        <article
          className="message"
          data-sender={message.sender}
          data-first={first}
          data-last={last}
          data-found={found}
        >
          <SenderLine message={message} shown={first && (message.author?.id ?? agentId) !== agentId} />
          <div className="bubble-line">
            <Bubble message={message} name={name} onJump={onJump} />
            {ticked && due === undefined ? <Ticks status={message.status} inWords={false} /> : null}
            {isStored(message) ? <MessageActions message={message} /> : null}
          </div>
          {message.status === "failed" ? <FailedLine message={message} /> : null}
          {due === undefined || message.conversationId === undefined ? null : (
            <HeldLine conversation={message.conversationId} id={message.id} due={due} />
          )}
          {last && due === undefined && message.status !== "failed" ? <MetaLine item={item} /> : null}
        </article>
      )}
    </>
  );
});

/// Other agents and bots by name; the side says the rest. Assistive technology hears the sender of each message.
function SenderLine({
  message,
  shown,
}: {
  readonly message: ChatMessage;
  readonly shown: boolean;
}): ReactElement | null {
  const { t } = useWords();
  if (message.sender === "user") {
    return <span className="visually-hidden">{t("conversation.visitor")}</span>;
  }
  const fallback = message.author?.kind === "bot" ? t("conversation.bot") : t("conversation.agent");
  const name = message.author?.name ?? fallback;
  return <bdi className={shown ? "message-sender" : "visually-hidden"}>{name}</bdi>;
}

function isStored({ status, deletedAt }: ChatMessage): boolean {
  return status !== "sending" && status !== "failed" && deletedAt === undefined;
}

function Bubble({
  message,
  name,
  onJump,
}: {
  readonly message: ChatMessage;
  readonly name: string;
  readonly onJump: (id: string) => void;
}): ReactElement {
  const words = useWords();
  const { changing, deletedAt, editedAt, replyTo } = message;
  const title = fullTime(message.timestamp, words);
  if (deletedAt !== undefined) {
    return (
      <div className="bubble is-gone" data-changing={changing} title={title}>
        {words.t("message.gone")}
      </div>
    );
  }
  return (
    <div
      className="bubble"
      data-failed={message.status === "failed"}
      data-changing={changing}
      aria-busy={changing}
      title={title}
    >
      {replyTo === undefined ? null : <MessageQuote quote={replyTo} visitor={name} onJump={onJump} />}
      {message.content === "" ? null : <MessageText text={message.content} />}
      {message.attachments?.map((attachment) => (
        <AttachmentView key={attachment.id} attachment={attachment} message={message} />
      ))}
      {editedAt === undefined ? null : (
        <time className="edited" dateTime={editedAt.toISOString()} title={fullTime(editedAt, words)}>
          {words.t("message.edited", { time: clockTime(editedAt, words) })}
        </time>
      )}
    </div>
  );
}

function MetaLine({ item }: { readonly item: ThreadItem }): ReactElement {
  const words = useWords();
  const { message } = item;
  return (
    <div className="message-meta">
      <time dateTime={message.timestamp.toISOString()}>{clockTime(message.timestamp, words)}</time>
      {message.sender === "agent" ? <Ticks status={message.status} inWords={item.newestOwn} /> : null}
    </div>
  );
}

function FailedLine({ message }: { readonly message: ChatMessage }): ReactElement {
  const { t } = useWords();
  const client = useClient();
  const { error } = message;
  return (
    <div className="failed-line">
      <CircleAlert size={16} aria-hidden="true" />
      <strong>{t("message.failed")}</strong>
      {error === undefined ? null : <span>{t(problemKey(error.code, error.details.reason))}</span>}
      <button type="button" className="text-button" onClick={() => void client.retryMessage(message.id)}>
        {t("message.retry")}
      </button>
      <button type="button" className="text-button" onClick={() => client.deleteMessage(message.id)}>
        {t("message.delete")}
      </button>
    </div>
  );
}
