import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PageChange } from "../src/environment";
import { retryDelay } from "../src/link/delay";
import { connectionOf } from "../src/link/link";
import { nextDue } from "../src/link/model";
import type { Effect, Input } from "../src/link/model";
import { closed, due, page, reports, run, start, welcomed } from "./support/link";

test("delays are half a second and a full jitter that doubles up to 20 seconds", () => {
  expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, () => 0))).toEqual([500, 500, 500, 500]);
  expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, () => 1))).toEqual([1_000, 1_500, 2_500, 20_500]);
  expect(retryDelay(10, () => 1, 60_000)).toBe(60_500);
});

test("a lost stream waits, and each failure waits longer until ten stable seconds begin anew", () => {
  const lost = run([
    [0, start],
    [1, welcomed],
    [2, closed(1006)],
  ]);
  expect(lost.model.link).toEqual({ state: "waiting", until: 2_000 + 750 });
  const again = run([
    [0, start],
    [1, welcomed],
    [2, closed(1006)],
    [3, due],
    [4, closed(1006)],
    [10, due],
    [11, closed(1006)],
  ]);
  expect(again.model).toMatchObject({ attempt: 3, link: { state: "waiting", until: 11_000 + 500 + 1_000 } });
  const stable = run([
    [0, start],
    [1, welcomed],
    [2, closed(1006)],
    [3, due],
    [4, welcomed],
    [20, closed(1006)],
  ]);
  expect(stable.model).toMatchObject({ attempt: 1, link: { state: "waiting", until: 20_000 + 750 } });
});

test("one outage is one report, however many attempts fail; the next outage is another", () => {
  const { effects } = run([
    [0, start],
    [1, closed(1006)],
    [5, due],
    [6, closed(4100)],
    [30, due],
    [31, welcomed],
    [50, closed(1006)],
  ]);
  expect(reports(effects)).toEqual(["CONNECTION_ERROR UNREACHABLE", "CONNECTION_ERROR UNREACHABLE"]);
});

test.each([4200, 1012])("a deploy (%i) is reported only after 30 seconds without a welcome", (code) => {
  const quick = run([
    [0, start],
    [1, welcomed],
    [20, closed(code)],
    [21, due],
    [25, welcomed],
  ]);
  expect(reports(quick.effects)).toEqual([]);
  const slow = run([
    [0, start],
    [1, welcomed],
    [20, closed(code)],
    [21, due],
    [22, closed(4200)],
    [50, due],
  ]);
  expect(reports(slow.effects)).toEqual(["CONNECTION_ERROR DRAINING"]);
});

test("a server that is not back at once after a deploy is not an outage before 30 seconds have passed", () => {
  const { effects } = run([
    [0, start],
    [1, welcomed],
    [20, closed(4200)],
    [21, due],
    [22, closed(1006)],
    [24, due],
    [26, closed(1006)],
    [30, due],
    [31, welcomed],
  ]);
  expect(reports(effects)).toEqual([]);
});

test("after drain the return is spread over the server's window", () => {
  const { model, effects } = run([
    [0, start],
    [1, welcomed],
    [20, { type: "drain", windowMs: 8_000 }],
    [21, closed(1006)],
  ]);
  expect(model.link).toEqual({ state: "waiting", until: 25_000 });
  expect(reports(effects)).toEqual([]);
});

test("silence is answered by a ping, and a ping without an answer by a new connection", () => {
  const live = run([
    [0, start],
    [1, welcomed],
  ]);
  expect(nextDue(live.model)).toBe(26_000);
  const pinged = run([
    [0, start],
    [1, welcomed],
    [26, due],
  ]);
  expect(pinged.effects.at(-1)).toEqual({ do: "ping" });
  expect(nextDue(pinged.model)).toBe(36_000);
  const answered = run([
    [0, start],
    [1, welcomed],
    [26, due],
    [27, { type: "heard" }],
  ]);
  expect(nextDue(answered.model)).toBe(26_000 + 25_000);
  const dead = run([
    [0, start],
    [1, welcomed],
    [26, due],
    [36, due],
  ]);
  expect(dead.effects.slice(-2)).toMatchObject([{ do: "close" }, { do: "report" }]);
});

test("the server says how long a silence it allows", () => {
  const hasty = run([
    [0, start],
    [1, { type: "welcomed", pingSeconds: 5 }],
  ]);
  expect(nextDue(hasty.model)).toBe(6_000);
});

const hung = (effects: readonly Effect[]): readonly boolean[] =>
  effects.flatMap((effect) => (effect.do === "close" ? [effect.hung] : []));

test("what is opened without an answer in time is hung; what was open, or has no network, is not", () => {
  expect(
    hung(
      run([
        [0, start],
        [15, due],
      ]).effects,
    ),
  ).toEqual([true]);
  const silent = run([
    [0, start],
    [1, welcomed],
    [26, due],
    [36, due],
  ]);
  expect(hung(silent.effects)).toEqual([false]);
  const offline = run([
    [0, start],
    [5, page("offline")],
  ]);
  expect(hung(offline.effects)).toEqual([false]);
});

test("a page that wakes up asks at once whether its stream still lives", () => {
  const woken = run([
    [0, start],
    [1, welcomed],
    [15, page("visible")],
  ]);
  expect(woken.effects.at(-1)).toEqual({ do: "ping" });
  expect(nextDue(woken.model)).toBe(20_000);
});

test("the network's end cuts at once, is NETWORK_ERROR, and its return connects within a second", () => {
  const gone = run([
    [0, start],
    [1, welcomed],
    [20, page("offline")],
  ]);
  expect(gone.effects).toContainEqual({ do: "close", hung: false });
  expect(reports(gone.effects)).toEqual(["NETWORK_ERROR OFFLINE"]);
  expect(connectionOf(gone.model)).toBe("offline");
  const back = run([
    [0, start],
    [1, welcomed],
    [20, page("offline")],
    [60, page("online")],
  ]);
  expect(back.model.link).toEqual({ state: "waiting", until: 60_500 });
});

test("a page put away closes without a word and comes back by itself", () => {
  const away = run([
    [0, start],
    [1, welcomed],
    [20, page("freeze")],
    [100, page("resume")],
  ]);
  expect(reports(away.effects)).toEqual([]);
  expect(away.effects).toContainEqual({ do: "close", hung: false });
  expect(away.model.link).toEqual({ state: "waiting", until: 80_000 });
});

test("whatever happens, in whatever order: a started link is never without a next step, unless it has stopped", () => {
  const inputs: fc.Arbitrary<Input> = fc.oneof(
    fc.constantFrom<Input>(
      start,
      welcomed,
      due,
      { type: "heard" },
      { type: "written" },
      { type: "drain", windowMs: 5_000 },
    ),
    fc
      .constantFrom<PageChange>("online", "offline", "visible", "hidden", "focus", "blur", "freeze", "resume")
      .map(page),
    fc.constantFrom(1000, 1006, 1012, 4000, 4003, 4004, 4010, 4100, 4200).map(closed),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), inputs)), (steps) => {
      let now = 0;
      const timed = steps.map(([wait, input]) => [(now += wait), input] as const);
      const { model, effects } = run([[0, start], ...timed]);
      const opened = effects.filter((effect) => effect.do === "open").length;
      expect(opened).toBeGreaterThan(0);
      return nextDue(model) !== undefined || model.link.state === "stopped";
    }),
  );
});
