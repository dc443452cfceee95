import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { AgentClient, ChatMessage } from "../src/index";
import { clientIn } from "./support/agent";
import { openTab } from "./support/browser";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

interface Talk extends World {
  readonly visitor: Visitor;
  readonly id: string;
  readonly says: (content: string) => string;
}

/** A visitor who has asked, and an agent who answers by hand. */
async function talk(): Promise<Talk> {
  const all = world();
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(1_000);
  const id = visitor.sent[0]?.conversationId ?? "";
  const says = (content: string): string => {
    const message = crypto.randomUUID();
    all.server.agentSays(id, content, message);
    return message;
  };
  return { ...all, visitor, id, says };
}

function shown({ client }: Visitor): readonly ChatMessage[] {
  return client.getState().conversations[0]?.messages ?? [];
}

async function agentOf({ clock, server, id }: Talk): Promise<AgentClient> {
  const client = clientIn(openTab({ clock, network: server, seed: 99 }));
  await Promise.all([client.start(), clock.advance(1_000)]);
  client.watch(id);
  await clock.advance(1_000);
  return client;
}

function threadOf(client: AgentClient, id: string): readonly ChatMessage[] {
  return client.getState().threads.get(id)?.messages ?? [];
}

test("an edit replaces the text and is neither a message nor told as one", async () => {
  const { visitor, clock, id, says, server } = await talk();
  const answer = says("We opne at nine");
  await clock.advance(1_000);
  server.agentChanges(id, answer, "We open at nine");
  await clock.advance(1_000);
  expect(visitor.contents()).toEqual(["Hi", "We open at nine"]);
  expect(shown(visitor)[1]?.editedAt).toBeInstanceOf(Date);
  expect(visitor.received.map(({ content }) => content)).toEqual(["We opne at nine"]);
  expect(visitor.state().unread).toBe(1);
});

test("a deleted message stays in its place without a text", async () => {
  const { visitor, clock, id, says, server } = await talk();
  const answer = says("secret");
  says("next");
  await clock.advance(1_000);
  server.agentChanges(id, answer, null);
  await clock.advance(1_000);
  expect(visitor.contents()).toEqual(["Hi", "", "next"]);
  expect(shown(visitor)[1]?.deletedAt).toBeInstanceOf(Date);
});

test("whoever was away ends with the view of whoever was there", async () => {
  const all = await talk();
  const { clock, id, says, server, visitor } = all;
  const answer = says("one");
  await clock.advance(1_000);
  server.reachable = false;
  server.closeAll(1006);
  server.agentChanges(id, answer, "two");
  server.agentChanges(id, says("three"), null);
  server.agentChanges(id, answer, "four");
  server.reachable = true;
  await clock.advance(60_000);
  expect(visitor.contents()).toEqual(["Hi", "four", ""]);
  expect(visitor.received.map(({ content }) => content)).not.toContain("two");
  expect(visitor.state().unread).toBe(2);
});

test("a change of a message that is not loaded yet is there when it is", async () => {
  const all = await talk();
  const { clock, id, says, server } = all;
  const first = says("first");
  Array.from({ length: 120 }, (_, number) => says(`message ${number}`));
  await clock.advance(1_000);
  const agent = await agentOf(all);
  expect(threadOf(agent, id).map(({ content }) => content)).not.toContain("first");
  server.agentChanges(id, first, "changed");
  await clock.advance(1_000);
  for (let page = 0; page < 3; page++) {
    await Promise.all([agent.loadHistory(id), clock.advance(1_000)]);
  }
  const contents = threadOf(agent, id).map(({ content }) => content);
  expect(contents.slice(0, 3)).toEqual(["Hi", "changed", "message 0"]);
  expect(contents).toHaveLength(122);
  agent.stop();
});

test("an agent sees his change at once, and what was before when it is refused", async () => {
  const all = await talk();
  const { clock, id, says, server } = all;
  const answer = says("before");
  await clock.advance(1_000);
  const agent = await agentOf(all);
  const at = (): ChatMessage | undefined => threadOf(agent, id).find((message) => message.id === answer);
  const problem = { status: 409, code: "SEND_ERROR", reason: "CHANGE_TOO_LATE", retryable: false };
  server.problems.set(`/v1/conversations/${id}/messages/${answer}`, problem);
  const refused = agent.changeMessage({ conversationId: id, messageId: answer, content: "after" });
  expect(at()).toMatchObject({ content: "after", changing: true });
  await clock.advance(1_000);
  await expect(refused).rejects.toMatchObject({ details: { reason: "CHANGE_TOO_LATE" } });
  expect(at()).toMatchObject({ content: "before" });
  expect(at()?.changing).toBeUndefined();

  server.problems.clear();
  const done = agent.changeMessage({ conversationId: id, messageId: answer, content: "after" });
  await clock.advance(1_000);
  await done;
  expect(at()).toMatchObject({ content: "after" });
  expect(at()?.changing).toBeUndefined();
  expect(at()?.editedAt).toBeInstanceOf(Date);
  agent.stop();
});

test("an agent sees a message go at once", async () => {
  const all = await talk();
  const { clock, id, says } = all;
  const answer = says("secret");
  await clock.advance(1_000);
  const agent = await agentOf(all);
  const done = agent.changeMessage({ conversationId: id, messageId: answer, content: null });
  expect(threadOf(agent, id).at(-1)).toMatchObject({ content: "", changing: true });
  await clock.advance(1_000);
  await done;
  expect(threadOf(agent, id).at(-1)?.changing).toBeUndefined();
  expect(threadOf(agent, id).at(-1)?.deletedAt).toBeInstanceOf(Date);
  agent.stop();
});

test("an answer names what it answers, and shows it before the server has told it", async () => {
  const all = await talk();
  const { clock, id, server } = all;
  const agent = await agentOf(all);
  const replyTo = {
    id: threadOf(agent, id)[0]?.id ?? "",
    sender: "user",
    preview: "Hi",
    deleted: false,
  } as const;
  void agent.sendMessage({ conversationId: id, content: "Hello", replyTo });
  expect(threadOf(agent, id).at(-1)).toMatchObject({ status: "sending", replyTo });
  await clock.advance(1_000);
  expect(threadOf(agent, id).at(-1)).toMatchObject({ status: "delivered", replyTo });
  const sent = server.log.filter(({ frame }) => frame.type === "send").at(-1);
  expect(sent?.frame).toMatchObject({ content: "Hello", replyTo: replyTo.id });
  expect(shown(all.visitor).at(-1)?.replyTo).toMatchObject(replyTo);
  agent.stop();
});

test("a change whose answer is lost is asked for again with the same id", async () => {
  const all = await talk();
  const { clock, id, says, server } = all;
  const answer = says("before");
  await clock.advance(1_000);
  const agent = await agentOf(all);
  server.reachable = false;
  const done = agent.changeMessage({ conversationId: id, messageId: answer, content: "after" });
  await clock.advance(100);
  server.reachable = true;
  await clock.advance(30_000);
  await done;
  const bodies = server.requests.filter(({ method }) => method === "PATCH").map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(1);
  expect(new Set(bodies).size).toBe(1);
  agent.stop();
});

test("after any changes and interruptions every client shows what is stored", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("say" as const) }),
    fc.record({ do: fc.constant("edit" as const), at: fc.nat(9) }),
    fc.record({ do: fc.constant("delete" as const), at: fc.nat(9) }),
    fc.record({ do: fc.constant("cut" as const) }),
    fc.record({ do: fc.constant("wait" as const) }),
  );
  const run = async (
    steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  ): Promise<void> => {
    const all = await talk();
    const { clock, id, says, server, visitor } = all;
    const agent = await agentOf(all);
    const said: string[] = [];
    for (const [number, each] of steps.entries()) {
      if (each.do === "say") {
        said.push(says(`text ${number}`));
      } else if (each.do === "edit" || each.do === "delete") {
        const target = said[each.at % Math.max(1, said.length)] ?? "";
        server.agentChanges(id, target, each.do === "edit" ? `edited ${number}` : null);
      } else if (each.do === "cut") {
        server.closeAll(1006);
      } else {
        await clock.advance(3_000);
      }
    }
    await clock.advance(60_000);
    const stored = (server.model.rows.get(id)?.messages ?? []).filter(({ edits }) => edits === undefined);
    const contents = stored.map(({ content }) => content);
    expect(visitor.contents()).toEqual(contents);
    expect(threadOf(agent, id).map(({ content }) => content)).toEqual(contents);
    const received = visitor.received.map((message) => message.id);
    expect(received.toSorted()).toEqual(said.toSorted());
    agent.stop();
    visitor.client.destroy();
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), run), {
    numRuns: 60,
    seed: 20_261_125,
  });
});

test("links of files are renewed in the thread, once for all who ask, and nothing else of a message is", async () => {
  const all = await talk();
  const { id, server, clock, says } = all;
  const answer = says("Our catalogue");
  const messages = server.model.rows.get(id)?.messages ?? [];
  const sign = (until: number): void => {
    const file = { id: "f", name: "a.pdf", mimeType: "application/pdf", size: 9, inline: false };
    const attachments = [{ ...file, url: `/v1/attachments/f?expires=${until}` }];
    messages.forEach((message, at) => (messages[at] = { ...message, attachments }));
  };
  sign(1);
  const client = await agentOf(all);
  server.agentChanges(id, answer, "Our new catalogue");
  await clock.advance(1_000);
  sign(2);
  const before = server.requests.length;
  const asked = threadOf(client, id).map((message) => client.renewFiles(id, message.id));
  await clock.advance(1_000);
  const renewed = "https://chat.example.com/v1/attachments/f?expires=2";
  expect((await Promise.all(asked)).flat().map(({ url }) => url)).toEqual([renewed, renewed]);
  expect(server.requests).toHaveLength(before + 1);
  expect(threadOf(client, id).map(({ content, attachments }) => [content, attachments?.[0]?.url])).toEqual([
    ["Hi", renewed],
    ["Our new catalogue", renewed],
  ]);
  await expect(client.renewFiles(id, "unknown")).rejects.toMatchObject({ details: { reason: "NOT_FOUND" } });
});
