import type { SearchHit, Segment } from "@chask/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, type ReactElement } from "react";
import { Virtuoso } from "react-virtuoso";
import { api } from "../shell/client";
import { fullTime, relativeTime } from "../shell/format";
import { useNow } from "../shell/now";
import { problemText } from "../shell/problems";
import { conversationHref } from "../shell/route";
import { useWords } from "../shell/words";
import { Avatar } from "./Avatar";
import { ListSkeleton } from "./ListSkeleton";
import { visitorName } from "./visitorName";

/// The conversations that have the words, the best first. Loaded with the first search.
export function SearchResults({
  words,
  chosen,
}: {
  readonly words: string;
  readonly chosen: string | undefined;
}): ReactElement {
  const texts = useWords();
  const search = useInfiniteQuery({
    queryKey: ["search", words],
    queryFn: ({ pageParam }) => api.search(words, pageParam),
    initialPageParam: noCursor(),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const hits = useMemo(() => search.data?.pages.flatMap((page) => page.hits) ?? [], [search.data]);
  if (search.error !== null) {
    return <p className="inbox-list search-note">{problemText(search.error, texts)}</p>;
  }
  if (search.data === undefined) {
    return (
      <div className="inbox-list" aria-busy="true">
        <ListSkeleton />
      </div>
    );
  }
  if (hits.length === 0) {
    return (
      <div className="inbox-list empty">
        <p className="empty-title">{texts.t("search.nothing")}</p>
        <p className="empty-hint">{texts.t("search.nothingHint")}</p>
      </div>
    );
  }
  return (
    <Virtuoso<SearchHit, string | undefined>
      className="inbox-list"
      data={hits}
      computeItemKey={(_, hit) => hit.conversation.id}
      endReached={() => void (search.hasNextPage ? search.fetchNextPage() : undefined)}
      context={chosen}
      itemContent={renderHit}
    />
  );
}

function renderHit(_: number, hit: SearchHit, chosen: string | undefined): ReactElement {
  return <HitRow hit={hit} chosen={hit.conversation.id === chosen} />;
}

function noCursor(): string | undefined {
  return undefined;
}

function HitRow({ hit, chosen }: { readonly hit: SearchHit; readonly chosen: boolean }): ReactElement {
  const words = useWords();
  const now = useNow(60_000);
  const { conversation, message, matches } = hit;
  const { visitor } = conversation;
  const time = message?.timestamp ?? conversation.createdAt;
  return (
    <a
      className="inbox-row search-row"
      href={conversationHref(conversation.id, message?.id)}
      aria-current={chosen ? "true" : undefined}
    >
      <Avatar id={visitor.id} name={visitor.name ?? visitor.email} />
      <span className="inbox-row-text">
        <span className="inbox-row-head">
          <bdi className="inbox-row-name cut">
            {hit.name === undefined ? visitorName(visitor, words) : <Marked segments={hit.name} />}
          </bdi>
          <time dateTime={time.toISOString()} title={fullTime(time, words)}>
            {relativeTime(time, now, words)}
          </time>
        </span>
        {hit.email === undefined ? null : (
          <bdi className="inbox-row-preview cut">
            <Marked segments={hit.email} />
          </bdi>
        )}
        {message === undefined ? null : (
          <bdi className="inbox-row-preview">
            <Marked segments={message.segments} />
          </bdi>
        )}
        <Foot tags={hit.tags} more={matches - 1} />
      </span>
    </a>
  );
}

function Foot({
  tags,
  more,
}: {
  readonly tags: readonly string[];
  readonly more: number;
}): ReactElement | null {
  const words = useWords();
  return tags.length === 0 && more < 1 ? null : (
    <span className="search-foot">
      {tags.map((tag) => (
        <bdi key={tag} className="tag is-hit">
          {tag}
        </bdi>
      ))}
      {more < 1 ? null : <span>{words.count(more, "search.more.one", "search.more.other")}</span>}
    </span>
  );
}

function Marked({ segments }: { readonly segments: readonly Segment[] }): ReactElement {
  return (
    <>
      {placed(segments).map(({ at, text, hit }) =>
        hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}

/// Each piece with where it begins.
function placed(segments: readonly Segment[]): readonly (Segment & { readonly at: number })[] {
  let at = 0;
  return segments.map((segment) => {
    const place = { ...segment, at };
    at += segment.text.length;
    return place;
  });
}
