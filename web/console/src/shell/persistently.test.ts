import { expect, test } from "vitest";
import { persistently } from "./persistently";

test("what fails is done again after longer and longer whiles, until it succeeds", async () => {
  const pauses: number[] = [];
  let attempts = 0;
  const work = (): Promise<number> => {
    attempts += 1;
    return attempts < 8 ? Promise.reject(new Error("no network")) : Promise.resolve(attempts);
  };
  const done = await persistently(work, (milliseconds, run) => {
    pauses.push(milliseconds);
    run();
  });
  expect(done).toBe(8);
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});
