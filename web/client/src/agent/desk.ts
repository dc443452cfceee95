import { count, flag, listOf, oneOf, shape, text, time } from "@chask/wire";
import type { Guard } from "@chask/wire";
import { nothing } from "../rest";
import type { Ask } from "../rest";
import type {
  AgentApi,
  Colleague,
  InboxCounts,
  Note,
  SearchHit,
  SearchPage,
  Segment,
  Tag,
  Team,
  WorkEvent,
} from "./api";
import { detailsOf, isColleague, isConversation, pathOf } from "./rest";
import type { WireConversation } from "./rest";

/** Turns what a request comes to into what callers are promised. */
export type Promised = <T>(run: Promise<T>) => Promise<T>;

type Desk = Pick<
  AgentApi,
  | "assign"
  | "snooze"
  | "moveToTeam"
  | "listEvents"
  | "choosePresence"
  | "listTeams"
  | "changeTags"
  | "listNotes"
  | "writeNote"
  | "markMentionsSeen"
  | "countInbox"
  | "listColleagues"
  | "listTags"
  | "search"
>;

type WireNote = Omit<Note, "timestamp"> & { readonly timestamp: string };

export const isNote: Guard<WireNote> = shape({
  id: text,
  author: isColleague,
  afterSequence: count,
  content: text,
  mentions: listOf(text),
  timestamp: time,
  unseen: flag,
});
const isNotes: Guard<{ readonly notes: readonly WireNote[] }> = shape({ notes: listOf(isNote) });
const isCounts: Guard<InboxCounts> = shape({
  mine: count,
  unassigned: count,
  open: count,
  snoozed: count,
  mentions: count,
  unread: count,
});
const isColleagues: Guard<{ readonly colleagues: readonly Colleague[] }> = shape({
  colleagues: listOf(isColleague),
});
type WireEvent = Omit<WorkEvent, "timestamp" | "until"> & {
  readonly timestamp: string;
  readonly until?: string;
};

export const isEvents: Guard<{ readonly events: readonly WireEvent[] }> = shape({
  events: listOf(
    shape(
      {
        number: count,
        kind: oneOf(
          "assigned",
          "unassigned",
          "routed",
          "given_back",
          "moved",
          "resolved",
          "reopened",
          "snoozed",
          "woken",
          "rated",
        ),
        timestamp: time,
      },
      { actor: isColleague, agent: isColleague, team: text, until: time, score: count, comment: text },
    ),
  ),
});
const isTeams: Guard<{ readonly teams: readonly Team[] }> = shape({
  teams: listOf(shape({ id: text, name: text, members: listOf(text) })),
});
const isTags: Guard<{ readonly tags: readonly Tag[] }> = shape({
  tags: listOf(shape({ id: text, name: text, conversations: count })),
});

interface WireFound {
  readonly id: string;
  readonly sequence: number;
  readonly sender: "user" | "agent" | "system";
  readonly timestamp: string;
  readonly segments: readonly Segment[];
  readonly files: readonly (readonly Segment[])[];
}

type WireHit = Omit<SearchHit, "conversation" | "message"> & {
  readonly conversation: WireConversation;
  readonly message?: WireFound;
};

const segments: Guard<readonly Segment[]> = listOf(shape({ text, hit: flag }));
const isHit: Guard<WireHit> = shape(
  { conversation: isConversation, matches: count, tags: listOf(text) },
  {
    message: shape({
      id: text,
      sequence: count,
      sender: oneOf("user", "agent", "system"),
      timestamp: time,
      segments,
      files: listOf(segments),
    }),
    name: segments,
    email: segments,
    phone: segments,
    company: segments,
    userId: segments,
  },
);
export const isSearchPage: Guard<{ readonly hits: readonly WireHit[]; readonly next?: string }> = shape(
  { hits: listOf(isHit) },
  { next: text },
);

/** The routes of what agents do with conversations besides writing in them. */
export function deskRequests(ask: Ask, promised: Promised): Desk {
  const change = (method: "PUT" | "PATCH" | "DELETE", id: string, part: string, body?: object) =>
    promised(ask({ method, path: `${pathOf(id)}/${part}`, body }, isConversation).then(detailsOf));
  const read = <T>(path: string, guard: Guard<T>): Promise<T> =>
    promised(ask({ method: "GET", path }, guard));
  return {
    assign: (id, agent, expected) => change("PUT", id, "assignee", { agent, expected }),
    moveToTeam: (id, team, expected) =>
      change("PUT", id, "team", { team, expected: expected.agent, expectedTeam: expected.team }),
    listEvents: (id) => read(`${pathOf(id)}/events`, isEvents).then(({ events }) => events.map(eventOf)),
    choosePresence: (choice) =>
      promised(
        ask({ method: "PUT", path: "/v1/account/presence", body: { choice } }, nothing).then(() => undefined),
      ),
    listTeams: () => read("/v1/teams", isTeams).then(({ teams }) => teams),
    snooze: (id, until, seen) =>
      until === null
        ? change("DELETE", id, "snooze")
        : change("PUT", id, "snooze", { until: until.toISOString(), seen }),
    changeTags: (id, tags) => change("PATCH", id, "tags", tags),
    listNotes: (id) => read(`${pathOf(id)}/notes`, isNotes).then(({ notes }) => notes.map(noteOf)),
    writeNote: (id, body) =>
      promised(ask({ method: "POST", path: `${pathOf(id)}/notes`, body }, isNote).then(noteOf)),
    markMentionsSeen: (id, note) => {
      const query = note === undefined ? "" : `?note=${encodeURIComponent(note)}`;
      const path = `${pathOf(id)}/mentions/seen${query}`;
      return promised(ask({ method: "POST", path }, nothing).then(() => undefined));
    },
    countInbox: () => read("/v1/inbox/counts", isCounts),
    listColleagues: () => read("/v1/colleagues", isColleagues).then(({ colleagues }) => colleagues),
    listTags: () => read("/v1/tags", isTags).then(({ tags }) => tags),
    search: (words, cursor) => {
      const query = new URLSearchParams({ q: words, ...(cursor === undefined ? {} : { cursor }) });
      return read(`/v1/search?${query.toString()}`, isSearchPage).then(pageOf);
    },
  };
}

function eventOf({ timestamp, until, ...event }: WireEvent): WorkEvent {
  return {
    ...event,
    timestamp: new Date(timestamp),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}

function noteOf(note: WireNote): Note {
  return { ...note, timestamp: new Date(note.timestamp) };
}

function pageOf({ hits, next }: { readonly hits: readonly WireHit[]; readonly next?: string }): SearchPage {
  return { hits: hits.map(hitOf), ...(next === undefined ? {} : { next }) };
}

function hitOf({ conversation, message, ...hit }: WireHit): SearchHit {
  return {
    ...hit,
    conversation: detailsOf(conversation),
    ...(message === undefined ? {} : { message: { ...message, timestamp: new Date(message.timestamp) } }),
  };
}
