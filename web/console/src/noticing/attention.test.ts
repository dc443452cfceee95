import { beforeEach, expect, test } from "vitest";
import { createAttention, type Attention } from "./attention";

const minute = 60_000;

let time = 0;
let front = true;
let told: boolean[] = [];
let due: { readonly at: number; readonly run: () => void } | undefined;

beforeEach(() => {
  time = 0;
  front = true;
  told = [];
  due = undefined;
});

function attention(): Attention {
  return createAttention({
    now: () => time,
    after: (milliseconds, run) => {
      due = { at: time + milliseconds, run };
      return () => {
        due = undefined;
      };
    },
    inFront: () => front,
    tell: (attentive) => told.push(attentive),
  });
}

/// Lets time pass, and what is due be done.
function pass(milliseconds: number): boolean | undefined {
  time += milliseconds;
  if (due !== undefined && due.at <= time) {
    due.run();
  }
  return told.at(-1);
}

test("a page in front is looked at for two minutes after the last sign of somebody", () => {
  const { note } = attention();
  expect(pass(minute)).toBe(true);
  note();
  expect(pass(minute)).toBe(true);
  expect(pass(minute)).toBe(false);
  note();
  expect(told.at(-1)).toBe(true);
});

test("a page that is not in front is not looked at, whatever moves over it", () => {
  const { note, turn } = attention();
  front = false;
  turn();
  note();
  expect(told.at(-1)).toBe(false);
  front = true;
  turn();
  expect(told.at(-1)).toBe(true);
});

test("who moves the pointer is not asked after at every move", () => {
  const { note } = attention();
  note();
  note();
  expect(told).toEqual([true]);
});
