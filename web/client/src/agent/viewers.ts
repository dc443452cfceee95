import type { ClientFrame, Viewing, ViewingState } from "@chask/wire";
import type { Timers } from "../engine/timers";
import type { Viewer } from "./api";

/** Who else has a conversation before him, and telling the others what this agent does (PROTOCOL.md §4.5). */
export interface Viewers {
  /** Which conversation is before this agent; null for none. */
  readonly view: (conversation: string | null) => void;
  /** Whether he writes in it; means nothing of one that is not before him. */
  readonly write: (conversation: string, active: boolean) => void;
  /** What is held has changed, and with it perhaps what this agent does. */
  readonly onHeld: () => void;
  readonly onFrame: (frame: Viewing) => void;
  /** There is a new connection: it knows nothing of this agent yet, and he nothing of the others. */
  readonly live: () => void;
  /** Calls every timer off. */
  readonly stop: () => void;
  /** By conversation; a new map with each change. */
  readonly all: () => ReadonlyMap<string, readonly Viewer[]>;
}

export interface ViewersOptions {
  readonly agentId: string;
  readonly timers: Timers;
  readonly write: (frame: ClientFrame) => boolean;
  /** Whether a message of this conversation is held: until it goes or is taken back, he is still answering. */
  readonly holds: (conversation: string) => boolean;
  readonly onChange: () => void;
}

const REPEAT_AFTER = 10_000;
const FORGET_AFTER = 25_000;
/** More colleagues than this on one conversation are not told apart by anybody. */
const MOST = 20;

export function createViewers({ agentId, timers, write, holds, onChange }: ViewersOptions): Viewers {
  let all: ReadonlyMap<string, readonly Viewer[]> = new Map();
  let own: { readonly conversation: string; readonly state: ViewingState } | undefined;
  let typing: string | undefined;

  const tell = (): void => {
    timers.clear("viewing");
    if (own !== undefined) {
      write({ type: "viewing", ...own });
      timers.set("viewing", REPEAT_AFTER, tell);
    }
  };
  const stateIn = (conversation: string): ViewingState =>
    typing === conversation || holds(conversation) ? "writing" : "viewing";
  const settle = (): void => {
    if (own !== undefined && own.state !== stateIn(own.conversation)) {
      own = { ...own, state: stateIn(own.conversation) };
      tell();
    }
  };
  const put = (conversation: string, viewers: readonly Viewer[]): void => {
    const next = new Map(all);
    if (viewers.length === 0) {
      next.delete(conversation);
    } else {
      next.set(conversation, viewers.slice(-MOST));
    }
    all = next;
    onChange();
  };
  const forget = (conversation: string, id: string): void => {
    const present = all.get(conversation) ?? [];
    timers.clear(`viewer:${conversation}:${id}`);
    if (present.some((viewer) => viewer.id === id)) {
      put(
        conversation,
        present.filter((viewer) => viewer.id !== id),
      );
    }
  };
  const hear = ({ conversation, agent, state }: Viewing): void => {
    const present = all.get(conversation) ?? [];
    const before = present.find(({ id }) => id === agent.id);
    const writing = state === "writing";
    timers.set(`viewer:${conversation}:${agent.id}`, FORGET_AFTER, () => forget(conversation, agent.id));
    if (before?.writing !== writing || before.name !== agent.name) {
      const others = present.filter(({ id }) => id !== agent.id);
      put(conversation, [...others, { id: agent.id, name: agent.name, writing }]);
    }
    if (before === undefined && own?.conversation === conversation) {
      // He has just come and knows of nobody.
      tell();
    }
  };

  return {
    view: (conversation) => {
      if (own?.conversation === (conversation ?? undefined)) {
        return;
      }
      if (own !== undefined) {
        write({ type: "viewing", conversation: own.conversation, state: "left" });
      }
      typing = undefined;
      own = conversation === null ? undefined : { conversation, state: stateIn(conversation) };
      tell();
    },
    write: (conversation, active) => {
      if (own?.conversation === conversation) {
        typing = active ? conversation : undefined;
        settle();
      }
    },
    onHeld: () => {
      settle();
      onChange();
    },
    onFrame: (frame) => {
      if (frame.agent.id !== agentId) {
        return frame.state === "left" ? forget(frame.conversation, frame.agent.id) : hear(frame);
      }
      if (frame.state === "left" && own?.conversation === frame.conversation) {
        // Another tab of his has left; this one has not.
        tell();
      }
    },
    live: () => {
      [...all].forEach(([conversation, viewers]) => viewers.forEach(({ id }) => forget(conversation, id)));
      tell();
    },
    stop: timers.clearAll,
    all: () => all,
  };
}
