import type { ConversationDetails } from "@chask/client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef, type ReactElement } from "react";
import { fullTime } from "../../shell/format";
import { LoadFailure } from "../../shell/LoadFailure";
import { conversationHref } from "../../shell/route";
import { useTexts, useWords } from "../../shell/words";
import { refreshMilliseconds } from "../details";
import { safeHref } from "../links";
import { loadHistory, type EarlierConversation, type History } from "./api";
import { texts, type TextKey } from "./texts";
import { stretches, type Stretch } from "./timeline";
import "./history.css";

/// Earlier conversations of the visitor, and what he did.
export function VisitorHistory({ details }: { readonly details: ConversationDetails }): ReactElement | null {
  const t = useTexts(texts);
  const history = useHistory(details);
  const failure =
    history.error === null ? null : (
      <LoadFailure
        what={t("failed")}
        error={history.error}
        isFetching={history.isFetching}
        onRetry={() => void history.refetch()}
      />
    );
  if (history.data === undefined) {
    return failure === null ? null : (
      <section className="visitor-group">
        <h3>{t("timeline")}</h3>
        {failure}
      </section>
    );
  }
  const earlier = history.data.conversations.filter((one) => one.id !== details.id);
  const told = stretches(history.data.timeline);
  return (
    <>
      <section className="visitor-group">
        <h3>{t("earlier")}</h3>
        {earlier.length === 0 ? <p className="visitor-none">{t("noEarlier")}</p> : null}
        <ul className="history-list">
          {earlier.map((one) => (
            <Earlier key={one.id} conversation={one} />
          ))}
        </ul>
      </section>
      <section className="visitor-group">
        <h3>{t("timeline")}</h3>
        {failure}
        {told.length === 0 ? <p className="visitor-none">{t("nothing")}</p> : null}
        <ol className="history-list">
          {told.map((stretch) => (
            <Line key={`${stretch.event.at} ${stretch.event.type} ${stretch.count}`} stretch={stretch} />
          ))}
        </ol>
      </section>
    </>
  );
}

/// Asked for again with the details, for what only the server can tell, and when these tell that something has happened:
/// another page, a message, a rating, a change of status. The panel says one thing then, not two.
function useHistory({ visitor, lastSequence, status, work }: ConversationDetails): UseQueryResult<History> {
  const history = useQuery({
    queryKey: ["visitor-history", visitor.id],
    queryFn: () => loadHistory(visitor.id),
    refetchInterval: refreshMilliseconds,
  });
  const { refetch } = history;
  const told = [visitor.id, visitor.lastSeenAt?.getTime(), lastSequence, status, work.events].join(" ");
  const known = useRef(told);
  useEffect(() => {
    if (known.current !== told) {
      known.current = told;
      void refetch();
    }
  }, [told, refetch]);
  return history;
}

function Earlier({ conversation }: { readonly conversation: EarlierConversation }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { id, status, activeAt, lastMessage } = conversation;
  const content = lastMessage?.content ?? "";
  return (
    <li>
      <a href={conversationHref(id)}>
        <bdi className="history-text">{content === "" ? t("file") : content}</bdi>
      </a>
      <span className="history-time">
        {t(status)} · {fullTime(new Date(activeAt), words)}
      </span>
    </li>
  );
}

function Line({ stretch }: { readonly stretch: Stretch }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { event } = stretch;
  const href = event.url === undefined ? undefined : safeHref(event.url);
  const what = event.title ?? event.url;
  return (
    <li>
      <span>{nameOf(stretch, t)}</span>
      {what === undefined ? null : (
        <bdi className="history-text">
          {href === undefined ? (
            what
          ) : (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              {what}
            </a>
          )}
        </bdi>
      )}
      <time className="history-time" dateTime={event.at}>
        {fullTime(new Date(event.at), words)}
      </time>
    </li>
  );
}

type T = ReturnType<typeof useTexts<TextKey>>;

function nameOf({ event, count }: Stretch, t: T): string {
  if (count > 1 && event.type === "message_sent") {
    return t("messages_sent", { count });
  }
  if (count > 1 && event.type === "message_received") {
    return t("messages_received", { count });
  }
  const name = t(event.type, { score: event.score ?? 0 });
  return count === 1 ? name : t("times", { event: name, count });
}
