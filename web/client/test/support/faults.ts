import type { ClientFrame, ServerFrame } from "@chask/wire";
import * as fc from "fast-check";
import { seededRandom, settle } from "./clock";
import type { Fate, TestServer } from "./server";
import type { Visitor, World } from "./visitor";

/** One step of a schedule. */
export type Step =
  | { readonly do: "say"; readonly tab: number }
  | { readonly do: "sayRefused"; readonly tab: number }
  | { readonly do: "agentSays" }
  | { readonly do: "agentReads" }
  | { readonly do: "look"; readonly tab: number }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "cut" }
  | { readonly do: "deploy" }
  | { readonly do: "down" }
  | { readonly do: "up" }
  | { readonly do: "blockSockets" }
  | { readonly do: "openSockets" }
  | { readonly do: "freeze"; readonly tab: number }
  | { readonly do: "thaw"; readonly tab: number }
  | { readonly do: "hide"; readonly tab: number }
  | { readonly do: "show"; readonly tab: number }
  | { readonly do: "offline"; readonly tab: number }
  | { readonly do: "online"; readonly tab: number }
  | { readonly do: "reload"; readonly tab: number };

const tab = fc.integer({ min: 0, max: 1 });
const wait = fc.record({
  do: fc.constant("wait" as const),
  milliseconds: fc.integer({ min: 1, max: 20_000 }),
});
const inTab = <D extends string>(what: D): fc.Arbitrary<{ do: D; tab: number }> =>
  fc.record({ do: fc.constant(what), tab });
const plain = <D extends string>(what: D): fc.Arbitrary<{ do: D }> => fc.record({ do: fc.constant(what) });

/** Schedules that mostly talk, and now and then break something. */
export const schedules: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: inTab("say") },
    { weight: 1, arbitrary: inTab("sayRefused") },
    { weight: 5, arbitrary: plain("agentSays") },
    { weight: 2, arbitrary: plain("agentReads") },
    { weight: 2, arbitrary: inTab("look") },
    { weight: 6, arbitrary: wait },
    { weight: 2, arbitrary: plain("cut") },
    { weight: 1, arbitrary: plain("deploy") },
    { weight: 1, arbitrary: plain("down") },
    { weight: 1, arbitrary: plain("up") },
    { weight: 1, arbitrary: plain("blockSockets") },
    { weight: 1, arbitrary: plain("openSockets") },
    { weight: 1, arbitrary: inTab("freeze") },
    { weight: 1, arbitrary: inTab("thaw") },
    { weight: 1, arbitrary: inTab("hide") },
    { weight: 1, arbitrary: inTab("show") },
    { weight: 1, arbitrary: inTab("offline") },
    { weight: 1, arbitrary: inTab("online") },
    { weight: 1, arbitrary: inTab("reload") },
  ),
  // Left to itself the generator makes ten steps at most, too few for two faults to meet.
  { maxLength: 60, size: "max" },
);

/** A network that drops, doubles, delays, reorders and cuts, as the seed says. */
export function faultyNetwork(server: TestServer, seed: number): void {
  const random = seededRandom(seed);
  server.delay = () => Math.round(random() ** 4 * 400);
  server.fate = (_to, { type }: ClientFrame | ServerFrame): Fate => {
    const chance = random();
    if (chance < 0.02) {
      return "cut";
    }
    if (chance < 0.06) {
      return "drop";
    }
    if (type === "hello" || type === "welcome" || chance > 0.14) {
      // A connection delivers in order; only frames of later subsystems may overtake or repeat.
      return "pass";
    }
    return chance < 0.1 ? "twice" : "late";
  };
}

/** The faults end, and every page is looked at again. */
export function calm({ server }: World, tabs: readonly Visitor[]): void {
  server.delay = () => 5;
  server.fate = () => "pass";
  server.reachable = true;
  server.blocksSockets = false;
  for (const { tab: page } of tabs) {
    page.freeze(false);
    page.set({ online: true, visible: true, focused: true });
  }
}

/** Runs a schedule over two tabs of one profile, and remembers every tab there ever was. */
export interface Play {
  readonly tabs: Visitor[];
  readonly all: Visitor[];
  /** Contents handed in, by the tab that did it, in its order. */
  readonly said: Map<Visitor, string[]>;
  readonly agentSaid: string[];
}

export async function play(world: World, steps: readonly Step[], insecure: boolean): Promise<Play> {
  const open = (): Visitor => {
    const visitor = world.open({}, { insecure });
    void visitor.client.connect();
    all.push(visitor);
    said.set(visitor, []);
    return visitor;
  };
  const all: Visitor[] = [];
  const said = new Map<Visitor, string[]>();
  const run: Play = { tabs: [open(), open()], all, said, agentSaid: [] };
  await world.clock.advance(500);
  for (const step of steps) {
    await take(world, run, step, open);
  }
  return run;
}

async function take(world: World, run: Play, step: Step, open: () => Visitor): Promise<void> {
  const { clock, server } = world;
  const visitor = "tab" in step ? run.tabs[step.tab] : undefined;
  switch (step.do) {
    case "say":
    case "sayRefused":
      visitor?.tab.act(() => say(world, run, visitor, step.do === "sayRefused"));
      // Until it is stored: nobody can promise what a page was given in the instant of its death.
      return settle();
    case "agentSays":
      return agentSays(world, run);
    case "agentReads":
      return server.model.rows.forEach(({ id, messages }) => server.agentMarks(id, messages.length, true));
    case "look":
      return visitor?.tab.act(() =>
        visitor.client.setVisibleConversation(visitor.state().currentConversationId ?? null),
      );
    case "wait":
      return clock.advance(step.milliseconds);
    case "cut":
      return server.closeAll(1006);
    case "deploy":
      server.tell({ type: "drain", windowMs: 2_000 });
      await clock.advance(400);
      return server.closeAll(4200);
    case "down":
      server.reachable = false;
      return server.closeAll(1006);
    case "up":
      server.reachable = true;
      return;
    case "blockSockets":
    case "openSockets":
      server.blocksSockets = step.do === "blockSockets";
      return;
    case "freeze":
    case "thaw":
      visitor?.tab.freeze(step.do === "freeze");
      // What it was given meanwhile is stored now, as above.
      return settle();
    case "hide":
    case "show":
      return visitor?.tab.set({ visible: step.do === "show", focused: step.do === "show" });
    case "offline":
    case "online":
      return visitor?.tab.set({ online: step.do === "online" });
    case "reload":
      visitor?.tab.kill();
      run.tabs[step.tab] = open();
      return;
    default:
      return step satisfies never;
  }
}

function say({ server }: World, run: Play, visitor: Visitor, refused: boolean): void {
  const list = run.said.get(visitor) ?? [];
  const content = `${refused ? "refused " : ""}${run.all.indexOf(visitor)}-${list.length}`;
  if (refused) {
    server.refusals.set(content, {
      type: "error",
      code: "SEND_ERROR",
      reason: "CONTENT_INVALID_CHARACTERS",
      message: "",
      retryable: false,
    });
  } else {
    list.push(content);
  }
  void visitor.client.sendMessage({ content });
}

/** Another visitor talks here too; nothing of it may ever reach these tabs. */
export const STRANGER = "00000000-0000-4000-8000-00000000000b";

export function strangerSays({ server }: World): void {
  const id = crypto.randomUUID();
  server.model.post({ id, conversation: STRANGER, content: "stranger", sender: "user" }, "stranger");
  server.agentSays(STRANGER, "to the stranger");
}

function agentSays({ server }: World, run: Play): void {
  const row = [...server.model.rows.values()].find(({ id }) => id !== STRANGER);
  if (row !== undefined) {
    const content = `agent-${run.agentSaid.length}`;
    run.agentSaid.push(content);
    server.agentSays(row.id, content);
  }
}
