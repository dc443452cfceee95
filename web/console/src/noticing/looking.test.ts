import { expect, test } from "vitest";
import { lookAt, lookedAt } from "./looking";

test.each([
  ["with locks", navigator.locks],
  ["without locks, as over http", undefined],
])("%s, what is looked at in this tab is known until the look ends", async (_, locks) => {
  const end = lookAt("me", "c1", locks);
  const during = await lookedAt("me", locks);
  expect([during("c1"), during("c2")]).toEqual([true, false]);
  expect((await lookedAt("somebody else", locks))("c1")).toBe(false);
  end();
  await expect.poll(async () => (await lookedAt("me", locks))("c1")).toBe(false);
});
