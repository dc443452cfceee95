import { refusal, type Answer } from "./answers.ts";
import { reportAnswer } from "./reports.ts";
import { agent, colleague, type StandInConversation, type World } from "./world.ts";

const people = [agent, colleague].map(({ id, name }) => ({ id, name }));

/// Whether the conversation belongs to the list that is asked for.
export function isListed(conversation: StandInConversation, query: URLSearchParams): boolean {
  const status = query.get("status") ?? "open";
  const assignee = query.get("assignee");
  const snoozed = query.get("snoozed");
  const tag = query.get("tag");
  const has = conversation.assignee?.id;
  return (
    (status === "any" || conversation.status === status) &&
    (assignee === null ||
      (assignee === "none" ? has === undefined : has === (assignee === "me" ? agent.id : assignee))) &&
    (snoozed === null || (snoozed === "true") === (conversation.snoozedUntil !== undefined)) &&
    (!query.has("team") || query.get("team") === conversation.team?.id) &&
    (tag === null || conversation.tags.includes(tag)) &&
    (query.get("mentioned") !== "true" || conversation.notes.some(({ unseen }) => unseen))
  );
}

/// The answers about an agent's desk as a whole; undefined for another route.
export function deskAnswer(route: string, url: URL, world: World): Answer | undefined {
  const report = reportAnswer(route, url.searchParams);
  if (report !== undefined) {
    return report;
  }
  switch (route) {
    case "GET /v1/inbox/counts":
      return { status: 200, json: counts(world) };
    case "GET /v1/colleagues":
      return { status: 200, json: { colleagues: people.map((each) => ({ ...each, presence: "online" })) } };
    case "GET /v1/search":
      return { status: 200, json: { hits: search(url.searchParams.get("q") ?? "", world), next: null } };
    default:
      return undefined;
  }
}

function concerning(whose: string): URLSearchParams {
  return new URLSearchParams({ assignee: whose, snoozed: "false" });
}

function counts(world: World): object {
  const count = (query: string): number =>
    [...world.conversations.values()].filter((each) => isListed(each, new URLSearchParams(query))).length;
  return {
    mine: count("assignee=me&snoozed=false"),
    unassigned: count("assignee=none&snoozed=false"),
    open: count("snoozed=false"),
    snoozed: count("snoozed=true"),
    mentions: count("status=any&mentioned=true"),
    unread: [...world.conversations.values()]
      .filter((each) => ["me", "none"].some((whose) => isListed(each, concerning(whose))))
      .reduce((sum, each) => sum + world.unread(each), 0),
  };
}

function search(words: string, world: World): readonly object[] {
  return [...world.conversations.values()].flatMap((conversation) => {
    const message = conversation.messages.find(({ content }) => content.includes(words));
    if (message === undefined) {
      return [];
    }
    const { id, sequence, sender, timestamp, content } = message;
    const at = content.indexOf(words);
    const segments = [
      { text: content.slice(0, at), hit: false },
      { text: words, hit: true },
      { text: content.slice(at + words.length), hit: false },
    ].filter(({ text }) => text !== "");
    const found = { id, sequence, sender, timestamp, segments, files: [] };
    return [{ conversation: world.listed(conversation), matches: 1, message: found, tags: [] }];
  });
}

/// Whether the visitor has written since what the agent says he has seen.
export function isUnseen({ messages }: StandInConversation, seen: unknown): boolean {
  return messages.some(({ sender, sequence }) => sender === "user" && sequence > Number(seen ?? Infinity));
}

type Body = Readonly<Record<string, unknown>>;

/// Changes what agents do with a conversation; undefined for another route.
export function workAnswer(
  route: string,
  conversation: StandInConversation,
  body: Body,
  world: World,
): Answer | undefined {
  const done = (): Answer => {
    world.changed(conversation);
    return { status: 200, json: world.listed(conversation) };
  };
  switch (route) {
    case "PUT /assignee":
      if ((conversation.assignee?.id ?? null) !== (body["expected"] ?? null)) {
        return refusal(409, "ASSIGNED_ELSEWHERE");
      }
      conversation.assignee = people.find(({ id }) => id === body["agent"]);
      return done();
    case "PUT /team":
      conversation.team = world.teams.find(({ id }) => id === body["team"]);
      return done();
    case "PUT /snooze":
      if (isUnseen(conversation, body["seen"])) {
        return refusal(409, "MESSAGE_UNSEEN");
      }
      conversation.snoozedUntil = String(body["until"]);
      return done();
    case "DELETE /snooze":
      conversation.snoozedUntil = undefined;
      return done();
    case "PATCH /tags":
      conversation.tags = [
        ...conversation.tags.filter((tag) => !texts(body["remove"]).includes(tag)),
        ...texts(body["add"]),
      ];
      return done();
    case "GET /events":
      return { status: 200, json: { events: [] } };
    case "GET /notes":
      return { status: 200, json: { notes: conversation.notes } };
    case "POST /notes": {
      const known = conversation.notes.find(({ id }) => id === body["id"]);
      if (known !== undefined) {
        return { status: 200, json: known };
      }
      const afterSequence = conversation.messages.length;
      const part = { author: { id: agent.id, name: agent.name }, afterSequence };
      const content = String(body["content"]);
      const mentions = texts(body["mentions"]);
      const note = {
        ...part,
        id: String(body["id"]),
        content,
        mentions,
        timestamp: new Date().toISOString(),
        unseen: mentions.includes(agent.id),
      };
      conversation.notes.push(note);
      world.changed(conversation);
      return { status: 201, json: note };
    }
    default:
      return undefined;
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
