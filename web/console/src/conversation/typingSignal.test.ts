import { beforeEach, expect, test } from "vitest";
import { createTypingSignal } from "./typingSignal";

let told: boolean[] = [];
let waiting: (() => void)[] = [];

function after(_: number, run: () => void): () => void {
  waiting.push(run);
  return () => {
    waiting = waiting.filter((other) => other !== run);
  };
}

beforeEach(() => {
  told = [];
  waiting = [];
});

test("the agent is typing until no key comes for a while", () => {
  const signal = createTypingSignal((active) => told.push(active), after);
  signal.go();
  signal.go();
  expect(waiting).toHaveLength(1);
  waiting[0]?.();
  expect(told).toEqual([true, true, false]);
});

test("the end is told once, and only after a beginning", () => {
  const signal = createTypingSignal((active) => told.push(active), after);
  signal.stop();
  signal.go();
  signal.stop();
  signal.stop();
  expect(told).toEqual([true, false]);
  expect(waiting).toHaveLength(0);
});
