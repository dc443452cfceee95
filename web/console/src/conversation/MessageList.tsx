import type { ChatMessage, Conversation } from "@chask/client";
import { ArrowDown } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { useAgentId, useClient } from "../shell/client";
import { useNow } from "../shell/now";
import { useWords } from "../shell/words";
import { MessageRow } from "./MessageRow";
import { ThreadSkeleton } from "./ThreadSkeleton";
import { initialBeginning, nextBeginning, threadItems, type ThreadItem } from "./threadItems";

/// How near to the end still counts as at the end, in pixels.
const endPixels = 80;

/// Where the agent reads. While a thread opens, the list has not yet found its end.
type Place = "opening" | "end" | "above";

function nextPlace(before: Place, atEnd: boolean): Place {
  if (atEnd) {
    return "end";
  }
  return before === "opening" ? "opening" : "above";
}

interface ListContext {
  readonly history: Conversation["history"];
  readonly now: Date;
  readonly agentId: string;
}

/// The virtual list of a thread: older messages load at its top without moving what is read, new ones are followed
/// at its end, and counted while the agent reads further up.
export function MessageList({
  id,
  thread,
  name,
}: {
  readonly id: string;
  readonly thread: Conversation;
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  const client = useClient();
  const agentId = useAgentId();
  const now = useNow(60_000);
  const list = useRef<VirtuosoHandle>(null);
  const [place, setPlace] = useState<Place>("opening");
  const [drawn, setDrawn] = useState(false);
  const atEnd = place === "end";
  const firstItemIndex = useBeginning(thread.messages);
  const items = useMemo(
    () => threadItems(thread.messages, { agentId, complete: thread.history === "complete" }),
    [thread.messages, thread.history, agentId],
  );
  const context = useMemo(() => ({ history: thread.history, now, agentId }), [thread.history, now, agentId]);
  const column = useRef<HTMLElement>(null);
  useVisible(id, atEnd);
  useKeepEnd(column);
  const loadOlder = useCallback(() => void client.loadHistory(id), [client, id]);
  const follow = useCallback((end: boolean) => (end || isOwnNew(items) ? "auto" : false), [items]);
  return (
    <section ref={column} className="thread" aria-label={t("conversation.messages", { name })}>
      <Virtuoso<ThreadItem, ListContext>
        ref={list}
        className="thread-list"
        data={items}
        context={context}
        firstItemIndex={firstItemIndex}
        initialTopMostItemIndex={{ index: "LAST", align: "end" }}
        alignToBottom
        atBottomThreshold={endPixels}
        atBottomStateChange={(end) => setPlace((before) => nextPlace(before, end))}
        followOutput={follow}
        startReached={loadOlder}
        itemsRendered={(rendered) => setDrawn((before) => before || rendered.length > 0)}
        // Measures older messages before they are painted: a frame later the thread would be seen to jump.
        skipAnimationFrameInResizeObserver
        increaseViewportBy={600}
        computeItemKey={(_, item) => item.message.id}
        itemContent={renderMessage}
        components={parts}
      />
      {drawn ? null : <ThreadSkeleton />}
      {place === "above" ? (
        <ToEnd messages={thread.messages} onClick={() => scrollToEnd(list.current)} />
      ) : null}
    </section>
  );
}

function renderMessage(_: number, item: ThreadItem, { now, agentId }: ListContext): ReactElement {
  return <MessageRow item={item} now={now} agentId={agentId} />;
}

/// Outside of the component: a new identity would mount every message anew.
const parts = { Header: ListHead, Footer: ListFoot } as const;

/// As high as the line of the beginning, which takes its place once everything is loaded.
function ListHead({ context }: { readonly context?: ListContext }): ReactElement | null {
  const { t } = useWords();
  return context?.history === "complete" ? null : (
    <div className="thread-begin">{t("conversation.loadingOlder")}</div>
  );
}

function ListFoot(): ReactElement {
  return <div className="thread-end" />;
}

/// When the composer grows, the end of the thread stays in sight if it was in sight before.
function useKeepEnd(column: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const scroller = column.current?.querySelector("[data-virtuoso-scroller]");
    if (scroller === null || scroller === undefined) {
      return undefined;
    }
    let height = scroller.clientHeight;
    const observer = new ResizeObserver(() => {
      const shrunkBy = height - scroller.clientHeight;
      const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      height = scroller.clientHeight;
      if (shrunkBy > 0 && below <= shrunkBy + endPixels) {
        scroller.scrollTop = scroller.scrollHeight;
      }
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [column]);
}

function scrollToEnd(list: VirtuosoHandle | null): void {
  list?.scrollToIndex({ index: "LAST", align: "end", behavior: "auto" });
}

function isOwnNew(items: readonly ThreadItem[]): boolean {
  const newest = items.at(-1)?.message;
  return newest?.sender === "agent" && newest.status === "sending";
}

/// The agent sees the end of the thread: the client marks it read while the page is seen and focused too.
function useVisible(id: string, atEnd: boolean): void {
  const client = useClient();
  useEffect(() => {
    client.setVisibleConversation(atEnd ? id : null);
    return () => client.setVisibleConversation(null);
  }, [client, id, atEnd]);
}

function useBeginning(messages: readonly ChatMessage[]): number {
  const [beginning, setBeginning] = useState(() => nextBeginning(initialBeginning, messages));
  const next = nextBeginning(beginning, messages);
  if (next !== beginning) {
    setBeginning(next);
  }
  return next.index;
}

/// Leads to the end, and tells how many messages of the visitor have come there since the agent left it.
function ToEnd({
  messages,
  onClick,
}: {
  readonly messages: readonly ChatMessage[];
  readonly onClick: () => void;
}): ReactElement {
  const words = useWords();
  const [leftAt] = useState(messages.at(-1)?.id);
  const since = messages.slice(messages.findIndex((message) => message.id === leftAt) + 1);
  const count = since.filter((message) => message.sender === "user").length;
  return (
    <button type="button" className="to-end" onClick={onClick}>
      {count === 0
        ? words.t("conversation.toLatest")
        : words.count(count, "conversation.newBelow.one", "conversation.newBelow.other")}
      <ArrowDown size={16} aria-hidden="true" />
    </button>
  );
}
