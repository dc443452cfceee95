import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ChatMessage, VisitorClient } from "../src/index";
import { fakeDatabase } from "./support/database";
import { STRANGER, calm, faultyNetwork, play, schedules, strangerSays } from "./support/faults";
import { watchFlight } from "./support/flight";
import type { Play } from "./support/faults";
import type { Row } from "./support/model";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

const RANKS = ["failed", "sending", "sent", "delivered", "read"];

interface Surroundings {
  readonly insecure?: boolean;
  readonly database?: IDBFactory;
}

/** Whatever a schedule did: then the faults end, every connection is renewed once, and all must be well. */
async function survive(
  steps: Parameters<typeof play>[1],
  seed: number,
  { insecure = false, database }: Surroundings,
): Promise<void> {
  const all = world(database);
  faultyNetwork(all.server, seed);
  strangerSays(all);
  const { violations } = watchFlight(all.server);
  const run = await play(all, steps, insecure);
  strangerSays(all);
  calm(all, run.tabs);
  await all.clock.advance(90_000);
  all.server.closeAll(1006);
  await all.clock.advance(60_000);
  for (const { client } of run.tabs) {
    await Promise.all([loadAll(client), all.clock.advance(5_000)]);
  }
  check(all, run);
  // Without Web Locks another tab may send one's message, and the answer come by REST, which is not watched.
  expect(insecure ? [] : violations).toEqual([]);
  run.tabs.forEach(({ client }) => client.destroy());
}

function check({ server }: World, run: Play): void {
  const rows = [...server.model.rows.values()].filter(({ id }) => id !== STRANGER);
  const stored = rows.flatMap(({ messages }) => messages);
  const contents = stored.map(({ content }) => content);
  const sent = run.all.flatMap((visitor) => visitor.sent);

  // C1, C2: what was acknowledged, and all that was not refused, stands once.
  expect(new Set(contents).size).toBe(contents.length);
  expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
  for (const { id, content } of sent) {
    expect(stored.find((message) => message.id === id)?.content).toBe(content);
  }
  expect(contents.filter((content) => !content.startsWith("agent")).toSorted()).toEqual(
    [...run.said.values()].flat().toSorted(),
  );
  // C4: each sender's order.
  for (const [visitor, said] of run.said) {
    const mine = `${run.all.indexOf(visitor)}-`;
    expect(contents.filter((content) => content.startsWith(mine))).toEqual(said);
  }
  // C5: statuses only rise, but for a retry.
  for (const change of run.all.flatMap(({ statuses }) => statuses)) {
    const [previous = "", status = ""] = change.split(">");
    expect(RANKS.indexOf(status) > RANKS.indexOf(previous) || status === "failed").toBe(true);
  }
  // C6: nothing refused appears.
  expect(contents.filter((content) => content.startsWith("refused"))).toEqual([]);
  // Two tabs, one visitor, one first conversation.
  expect(rows.length).toBeLessThanOrEqual(1);
  // C7: every tab shows what is stored.
  run.tabs.forEach((visitor) => expect(committed(visitor)).toEqual(contents));
  // C8: nothing of anybody else.
  run.tabs.forEach((visitor) =>
    expect(visitor.state().conversations.map(({ id }) => id)).not.toContain(STRANGER),
  );
  rows.forEach((row) => marked(row, run.tabs));
  told(run, sent);
}

/** Both sides know how far the other has come. */
function marked({ messages, marks }: Row, tabs: readonly Visitor[]): void {
  const lastOfAgent = messages.findLast(({ sender }) => sender === "agent")?.sequence ?? 0;
  expect(marks.user.delivered).toBeGreaterThanOrEqual(lastOfAgent);
  const unread = messages.filter(({ sender, sequence }) => sender === "agent" && sequence > marks.user.read);
  const statuses = messages
    .filter(({ sender }) => sender === "user")
    .map(({ sequence }) =>
      sequence <= marks.agent.read ? "read" : sequence <= marks.agent.delivered ? "delivered" : "sent",
    );
  for (const { state } of tabs) {
    expect(state().unread).toBe(unread.length);
    const own = state().conversations[0]?.messages.filter(({ sender }) => sender === "user") ?? [];
    expect(own.filter(isCommitted).map(({ status }) => status)).toEqual(statuses);
  }
}

function committed({ client }: Visitor): readonly string[] {
  const messages = client.getState().conversations[0]?.messages ?? [];
  return messages.filter(isCommitted).map(({ content }) => content);
}

function isCommitted({ status }: ChatMessage): boolean {
  return status !== "sending" && status !== "failed";
}

async function loadAll(client: VisitorClient): Promise<void> {
  const [conversation] = client.getState().conversations;
  if (conversation !== undefined && conversation.history !== "complete") {
    await client.loadHistory(conversation.id);
    await loadAll(client);
  }
}

/** Each message is told once a browser profile, whatever tab told it. */
function told(run: Play, sent: readonly ChatMessage[]): void {
  const received = run.all.flatMap((visitor) => visitor.received.map(({ content }) => content));
  expect(new Set(received).size).toBe(received.length);
  expect(received.toSorted()).toEqual([...run.agentSaid].toSorted());
  expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
}

test("written before a session and inherited by another tab meanwhile, a message keeps its place", async () => {
  const survived = survive(
    [
      { do: "reload", tab: 0 },
      { do: "reload", tab: 1 },
      { do: "blockSockets" },
      { do: "say", tab: 0 },
      { do: "freeze", tab: 0 },
      { do: "say", tab: 0 },
      { do: "wait", milliseconds: 4_263 },
    ],
    1_347_179_212,
    { insecure: true },
  );
  await expect(survived).resolves.toBeUndefined();
});

// Without the variables each run is the same one; the long form explores: FAULT_RUNS=3000 FAULT_SEED=7.
const numRuns = Number(process.env["FAULT_RUNS"] ?? 150);
const chosen = Number(process.env["FAULT_SEED"] ?? 20_261_122);
process.stdout.write(`FAULT_SEED=${chosen} FAULT_RUNS=${numRuns}\n`);

test(
  "C1–C8 hold for two tabs without Web Locks, each with its own connection",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(schedules, fc.nat(), (steps, seed) => survive(steps, seed, { insecure: true })),
      { numRuns, seed: chosen },
    );
  },
);

test("C1–C8 hold for two tabs under any schedule of faults", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(schedules, fc.nat(), (steps, seed) => survive(steps, seed, {})),
    { numRuns, seed: chosen },
  );
});

test("C1–C8 hold with a database, whose answers take their time", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(schedules, fc.nat(), (steps, seed) =>
      survive(steps, seed, { database: fakeDatabase() }),
    ),
    { numRuns: Math.ceil(numRuns / 10), seed: chosen },
  );
});
