import type { AgentEvents, SearchHit, SearchPage, Segment } from "@chask/client";
import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from "@tanstack/react-query";
import { useEffect, useMemo, useRef, type ReactElement } from "react";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { api, useClient } from "../shell/client";
import { fullTime, relativeTime } from "../shell/format";
import { LoadFailure } from "../shell/LoadFailure";
import { useNow } from "../shell/now";
import { conversationHref } from "../shell/route";
import { useWords } from "../shell/words";
import { Avatar } from "./Avatar";
import { ListSkeleton } from "./ListSkeleton";
import { marksOf, resolvedMark } from "./marks";
import { useListKeys } from "./useListKeys";
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
  useTold();
  const hits = useMemo(() => search.data?.pages.flatMap((page) => page.hits) ?? [], [search.data]);
  const list = useRef<VirtuosoHandle>(null);
  useListKeys(
    useMemo(
      () => hits.map(({ conversation, message }) => ({ id: conversation.id, at: message?.id })),
      [hits],
    ),
    chosen,
  );
  const place = hits.findIndex(({ conversation }) => conversation.id === chosen);
  useEffect(() => {
    if (place !== -1) {
      list.current?.scrollIntoView({ index: place });
    }
  }, [place]);
  const failure = search.error === null ? null : <Failure search={search} error={search.error} />;
  if (search.data === undefined && failure !== null) {
    return <div className="inbox-list">{failure}</div>;
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
    <>
      <Virtuoso<SearchHit, string | undefined>
        ref={list}
        className="inbox-list"
        data={hits}
        computeItemKey={(_, hit) => hit.conversation.id}
        endReached={() => void (search.hasNextPage ? search.fetchNextPage() : undefined)}
        context={chosen}
        itemContent={renderHit}
      />
      {failure}
    </>
  );
}

type Search = Pick<
  UseInfiniteQueryResult,
  "isFetching" | "isFetchNextPageError" | "fetchNextPage" | "refetch"
>;

/// Asks for what did not come: all of it, or the next page.
function Failure({ search, error }: { readonly search: Search; readonly error: Error }): ReactElement {
  const { isFetching, isFetchNextPageError, fetchNextPage, refetch } = search;
  const retry = isFetchNextPageError ? fetchNextPage : refetch;
  return <LoadFailure error={error} isFetching={isFetching} onRetry={() => void retry()} />;
}

/// Keeps what was found true while it is shown, as the rows of the list are.
function useTold(): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(
    () =>
      client.on("conversationTold", ({ row }) => {
        queries.setQueriesData<InfiniteData<SearchPage>>({ queryKey: ["search"] }, (found) =>
          withRow(found, row),
        );
      }),
    [client, queries],
  );
}

type Told = AgentEvents["conversationTold"]["row"];

function withRow(found: InfiniteData<SearchPage> | undefined, row: Told): typeof found {
  const told = (hit: SearchHit): SearchHit => {
    const { conversation } = hit;
    const { status, unread } = row;
    return conversation.id === row.id
      ? { ...hit, conversation: { ...conversation, status, unread, work: row } }
      : hit;
  };
  return found && { ...found, pages: found.pages.map((page) => ({ ...page, hits: page.hits.map(told) })) };
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
          <Marks conversation={conversation} />
          <time dateTime={time.toISOString()} title={fullTime(time, words)}>
            {relativeTime(time, now, words)}
          </time>
        </span>
        {[hit.email, hit.phone, hit.company, hit.userId].map((segments) =>
          segments === undefined ? null : <Cut key={plain(segments)} segments={segments} />,
        )}
        {message === undefined || message.segments.length === 0 ? null : (
          <bdi className="inbox-row-preview">
            <Marked segments={message.segments} />
          </bdi>
        )}
        {message?.files.map((segments) => (
          <Cut key={plain(segments)} segments={segments} />
        ))}
        <Foot tags={hit.tags} more={matches - 1} />
      </span>
    </a>
  );
}

/// Where it stands, as the list tells it: what is found may be open or resolved, and anybody's.
function Marks({ conversation }: Pick<SearchHit, "conversation">): ReactElement | null {
  const words = useWords();
  const { status, work, unread } = conversation;
  const marks = [
    ...(status === "resolved" ? [resolvedMark(words)] : []),
    ...marksOf({ ...work, unread }, words),
  ];
  return marks.length === 0 ? null : (
    <>
      <span className="visually-hidden">{`, ${marks.map(({ label }) => label).join(", ")}, `}</span>
      <span className="inbox-row-marks" aria-hidden="true">
        {marks.map(({ shown }) => shown)}
      </span>
    </>
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

/// In one line: what stands beside the messages.
function Cut({ segments }: { readonly segments: readonly Segment[] }): ReactElement {
  return (
    <bdi className="inbox-row-preview cut">
      <Marked segments={segments} />
    </bdi>
  );
}

function plain(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
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
