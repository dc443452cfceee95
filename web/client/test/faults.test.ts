import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ChatMessage, VisitorClient } from "../src/index";
import { calmNetwork, faultyNetwork, play, schedules } from "./support/faults";
import type { Play } from "./support/faults";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

const RANKS = ["failed", "sending", "sent", "delivered", "read"];

/** Whatever a schedule did: then the faults end, every connection is renewed once, and all must be well. */
async function survive(steps: Parameters<typeof play>[1], seed: number, insecure: boolean): Promise<void> {
  const all = world();
  faultyNetwork(all.server, seed);
  const run = await play(all, steps, insecure);
  calmNetwork(all.server);
  run.tabs.forEach(({ tab }) => tab.set({ online: true }));
  await all.clock.advance(90_000);
  all.server.closeAll(1006);
  await all.clock.advance(60_000);
  for (const { client } of run.tabs) {
    await Promise.all([loadAll(client), all.clock.advance(5_000)]);
  }
  check(all, run);
  run.tabs.forEach(({ client }) => client.destroy());
}

function check({ server }: World, run: Play): void {
  const rows = [...server.model.rows.values()];
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
  told(run, sent);
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

// Without the variables each run is the same one; the long form explores: FAULT_RUNS=3000 FAULT_SEED=7.
const numRuns = Number(process.env["FAULT_RUNS"] ?? 150);
const chosen = Number(process.env["FAULT_SEED"] ?? 20_261_122);
process.stdout.write(`FAULT_SEED=${chosen} FAULT_RUNS=${numRuns}\n`);

test(
  "C1–C7 hold for two tabs without Web Locks, each with its own connection",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(schedules, fc.nat(), (steps, seed) => survive(steps, seed, true)),
      { numRuns, seed: chosen },
    );
  },
);

test("C1–C7 hold for two tabs under any schedule of faults", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(schedules, fc.nat(), (steps, seed) => survive(steps, seed, false)),
    { numRuns, seed: chosen },
  );
});
