import { randomUUID } from "node:crypto";
import { refusal, type Answer } from "./answers.ts";
import { agent, type World } from "./world.ts";

export interface StandInReply {
  readonly id: string;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
}

type Body = Readonly<Record<string, unknown>>;

/// The answers about canned replies and tags; undefined for another route.
export async function wordingAnswer(
  route: string,
  world: World,
  body: () => Promise<Body>,
): Promise<Answer | undefined> {
  const [, method, kind, id] = /^(\w+) \/v1\/(replies|tags)(?:\/([0-9a-f-]+))?$/.exec(route) ?? [];
  if (kind === "replies") {
    return method === "GET" ? listReplies(world) : changeReply(method, id, world, await body());
  }
  if (kind === "tags") {
    return id === undefined ? listTags(world) : changeTag(method, id, world, await body());
  }
  return undefined;
}

function listReplies({ replies }: World): Answer {
  const sorted = replies.toSorted((one, other) => one.name.localeCompare(other.name));
  const { organizationName } = agent;
  return { status: 200, json: { replies: sorted, locales: ["en", "es", "pt-BR"], organizationName } };
}

function changeReply(
  method: string | undefined,
  asked: string | undefined,
  world: World,
  body: Body,
): Answer {
  const id = asked ?? String(body["id"]);
  const others = world.replies.filter((reply) => reply.id !== id);
  if (method === "DELETE") {
    world.replies = others;
    return { status: 204 };
  }
  const name = String(body["name"]);
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    return refusal(409, "NAME_TAKEN");
  }
  const texts = Object.entries(Object(body["texts"])).map(
    ([locale, text]) => [locale, String(text)] as const,
  );
  const reply = { id, name, texts: Object.fromEntries(texts.filter(([, text]) => text !== "")) };
  const known = others.length < world.replies.length;
  world.replies = [...others, reply];
  return { status: known ? 200 : 201, json: reply };
}

/// Tags have the ids that they were first listed with, and stay when the last conversation loses them.
function listTags(world: World): Answer {
  const carried = [...world.conversations.values()].flatMap(({ tags }) => tags);
  const tags = [...new Set([...world.tagIds.keys(), ...carried])].toSorted().map((name) => {
    const id = world.tagIds.get(name) ?? randomUUID();
    world.tagIds.set(name, id);
    return { id, name, conversations: carried.filter((each) => each === name).length };
  });
  return { status: 200, json: { tags } };
}

function changeTag(method: string | undefined, id: string, world: World, body: Body): Answer {
  const from = [...world.tagIds].find(([, each]) => each === id)?.[0] ?? "";
  const to = method === "DELETE" ? undefined : String(body["name"]);
  const taken = to !== undefined && to !== from && world.tagIds.has(to);
  if (taken && body["merge"] !== true) {
    return refusal(409, "NAME_TAKEN");
  }
  for (const conversation of world.conversations.values()) {
    const changed = conversation.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag));
    conversation.tags = [...new Set(changed)];
  }
  world.tagIds.delete(from);
  if (to === undefined) {
    return { status: 204 };
  }
  world.tagIds.set(to, world.tagIds.get(to) ?? id);
  const conversations = [...world.conversations.values()].filter(({ tags }) => tags.includes(to)).length;
  return { status: 200, json: { id: world.tagIds.get(to), name: to, conversations } };
}
