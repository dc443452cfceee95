import { expect, test } from "vitest";
import { uuidGenerator } from "../src/uuid";
import { seededRandom } from "./support/clock";

function generatorAt(times: readonly number[]): () => string {
  const random = seededRandom(7);
  let index = 0;
  return uuidGenerator({
    now: () => times[Math.min(index++, times.length - 1)] ?? 0,
    randomBytes: (bytes) => bytes.map(() => Math.floor(random() * 256)),
  });
}

test("ids are UUIDs of version 7 that carry the time", () => {
  const id = generatorAt([Date.UTC(2026, 10, 22)])();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 22));
});

test("ids of one generator grow strictly: within a millisecond, past its counter, and when the clock goes back", () => {
  const next = generatorAt([1_000, 900, 500, 2_000, 2_000]);
  const ids = Array.from({ length: 10_000 }, next);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});
