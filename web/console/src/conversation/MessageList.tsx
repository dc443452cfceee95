import type { Conversation } from "@chask/client";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { Virtuoso, type ListRange, type VirtuosoHandle } from "react-virtuoso";
import { useAgentId, useClient, useClientState } from "../shell/client";
import { useNow } from "../shell/now";
import { useShortcuts } from "../shell/shortcuts";
import { useLostFocus } from "../shell/useLostFocus";
import { useWords } from "../shell/words";
import type { Asides } from "./asides";
import { takeUp } from "./drafts";
import { useDrafts } from "./DraftsProvider";
import { EventRow } from "./EventRow";
import type { UnseenMentions } from "./unseenMentions";
import { MessageRow } from "./MessageRow";
import { NoteRow } from "./NoteRow";
import { quoteFor } from "./quote";
import { ThreadSkeleton } from "./ThreadSkeleton";
import { ThreadTrouble, useTrouble } from "./ThreadTrouble";
import { initialBeginning, nextBeginning, threadItems, withAsides, type ThreadEntry } from "./threadItems";
import { ToEnd } from "./ToEnd";
import { endPixels, scrollerIn, useEnd, veryEnd } from "./useEnd";
import { useJump } from "./useJump";
import { useLed } from "./useLed";
import { useSighted, useWay } from "./useWays";
import { WaysUp } from "./WaysUp";

interface ListContext {
  readonly id: string;
  readonly history: Conversation["history"];
  readonly now: Date;
  readonly agentId: string;
  /// The message or note that was asked for.
  readonly at: string | undefined;
  /// The visitor's name, for quotes.
  readonly name: string;
  /// The message that a quote has led to a moment ago.
  readonly led: string | undefined;
  readonly jump: (id: string) => void;
  /// The notes that mention the agent and that he has not seen.
  readonly unseen: UnseenMentions["unseen"];
  /// Something that the agent should see is in sight.
  readonly onSight: (id: string) => void;
}

/// The virtual list of a thread: older messages load at its top without moving what is read, new ones are followed
/// at its end, and counted while the agent reads further up.
export function MessageList({
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
  readonly thread: Conversation;
  readonly asides: Asides;
  readonly mentions: UnseenMentions;
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  const client = useClient();
  const list = useRef<VirtuosoHandle>(null);
  const column = useRef<HTMLElement>(null);
  const end = useEnd(column, list);
  const [drawn, setDrawn] = useState(false);
  const firstUnread = useClientState((state) => state.missed.get(id));
  const { items, firstItemIndex } = useListed(thread, asides, { firstUnread });
  const [sighted, onSight] = useSighted(mentions.see);
  const unread = useWay(firstUnread, sighted);
  const firstMention = mentions.unseen.find((note) => !sighted.has(note.id))?.id;
  const mention = useWay(firstMention, sighted);
  const rendered = useRef<ListRange>({ startIndex: 0, endIndex: 0 });
  const ground = { id, list, items, drawn: rendered, first: firstItemIndex, history: thread.history };
  useJump(ground, at);
  useJump(ground, unread.wanted, "start");
  const { led, lead: jump, giveUp } = useLed(items);
  useJump(ground, mention.wanted);
  useJump(ground, led, "center", giveUp);
  const context = useListContext(thread, { name, at, led, jump, unseen: mentions.unseen, onSight });
  useShortcuts({ q: useQuoteNewest(thread) });
  useVisible(id, end.place === "end");
  useOwnFollowed(items, end.go);
  const loadOlder = useCallback(() => void client.loadHistory(id), [client, id]);
  // A message that is sent again or deleted takes its buttons with it.
  const focus = useLostFocus(() => scrollerIn(column.current)?.focus());
  return (
    <section ref={column} className="thread" aria-label={t("conversation.messages", { name })} {...focus}>
      <Virtuoso<ThreadEntry, ListContext>
        ref={list}
        className="thread-list"
        data={items}
        firstItemIndex={firstItemIndex}
        context={context}
        initialTopMostItemIndex={veryEnd}
        alignToBottom
        atBottomThreshold={endPixels}
        atBottomStateChange={end.onAtEnd}
        startReached={loadOlder}
        rangeChanged={(range) => {
          rendered.current = range;
        }}
        itemsRendered={(all) => setDrawn((before) => before || all.length > 0)}
        // Measures older messages before they are painted: a frame later the thread would be seen to jump.
        skipAnimationFrameInResizeObserver
        increaseViewportBy={600}
        computeItemKey={(_, entry) => entry.id}
        itemContent={renderMessage}
        components={parts}
      />
      {drawn ? null : <ThreadSkeleton />}
      <WaysUp
        onUnread={unread.far ? unread.want : undefined}
        onMention={mention.far && firstMention !== at ? mention.want : undefined}
      />
      {end.place === "above" ? <ToEnd messages={thread.messages} onClick={end.go} /> : null}
    </section>
  );
}

/// What the virtual list is made of.
function useListed(
  { messages, history }: Conversation,
  asides: Asides,
  { firstUnread }: { readonly firstUnread: string | null | undefined },
): {
  readonly items: readonly ThreadEntry[];
  readonly firstItemIndex: number;
} {
  const agentId = useAgentId();
  const complete = history === "complete";
  const items = useMemo(
    () => withAsides(threadItems(messages, { agentId, complete, firstUnread }), asides, complete),
    [messages, asides, agentId, complete, firstUnread],
  );
  return { items, firstItemIndex: useBeginning(items) };
}

function useListContext(
  { id, history }: Conversation,
  { name, at, led, jump, unseen, onSight }: Omit<ListContext, "id" | "history" | "now" | "agentId">,
): ListContext {
  const agentId = useAgentId();
  const now = useNow(60_000);
  return useMemo(
    () => ({ id, history, now, agentId, name, at, led, jump, unseen, onSight }),
    [id, history, now, agentId, name, at, led, jump, unseen, onSight],
  );
}

/// Answers the visitor's last message by name.
function useQuoteNewest({ id, messages }: Conversation): () => void {
  const drafts = useDrafts();
  return () => {
    const newest = messages.findLast(({ sender }) => sender === "user");
    if (newest !== undefined) {
      takeUp(drafts, id, (draft) => ({ ...draft, replyTo: quoteFor(newest) }));
    }
  };
}

function renderMessage(_: number, entry: ThreadEntry, context: ListContext): ReactElement {
  const { now, agentId, name, at, led, jump, unseen, onSight } = context;
  const found = entry.id === at || entry.id === led;
  if (entry.aside === undefined) {
    return (
      <MessageRow
        item={entry.item}
        now={now}
        agentId={agentId}
        name={name}
        found={found}
        onJump={jump}
        onSight={onSight}
      />
    );
  }
  return entry.aside.kind === "note" ? (
    <NoteRow
      note={entry.aside.note}
      newDay={entry.newDay}
      now={now}
      found={found}
      onSight={unseen.includes(entry.aside.note) ? onSight : undefined}
    />
  ) : (
    <EventRow event={entry.aside.event} newDay={entry.newDay} now={now} />
  );
}

/// Outside of the component: a new identity would mount every message anew.
const parts = { Header: ListHead, Footer: ListFoot } as const;

/// As high as the line of the beginning, which takes its place once everything is loaded.
function ListHead({ context }: { readonly context?: ListContext }): ReactElement | null {
  const { t } = useWords();
  const id = context?.id ?? "";
  const trouble = useTrouble(id);
  if (context?.history === "complete") {
    return null;
  }
  return trouble === undefined ? (
    <div className="thread-begin">{t("conversation.loadingOlder")}</div>
  ) : (
    <ThreadTrouble id={id} error={trouble} missing="earlierNotLoaded" />
  );
}

function ListFoot(): ReactElement {
  return <div className="thread-end" />;
}

/// Goes to the end with each message of one's own.
function useOwnFollowed(items: readonly ThreadEntry[], go: () => void): void {
  const own = ownOnItsWay(items);
  const followed = useRef(own);
  useEffect(() => {
    if (own !== undefined && own !== followed.current) {
      go();
    }
    followed.current = own;
  }, [own, go]);
}

function ownOnItsWay(items: readonly ThreadEntry[]): string | undefined {
  const newest = items.at(-1)?.item?.message;
  return newest?.sender === "agent" && newest.status === "sending" ? newest.id : undefined;
}

/// The agent sees the end of the thread: the client marks it read while the page is seen and focused too.
function useVisible(id: string, atEnd: boolean): void {
  const client = useClient();
  useEffect(() => {
    client.setVisibleConversation(atEnd ? id : null);
    return () => client.setVisibleConversation(null);
  }, [client, id, atEnd]);
}

function useBeginning(entries: readonly ThreadEntry[]): number {
  const [beginning, setBeginning] = useState(() => nextBeginning(initialBeginning, entries));
  const next = nextBeginning(beginning, entries);
  if (next !== beginning) {
    setBeginning(next);
  }
  return next.index;
}
