import { expect, test } from "vitest";
// Loaded late by the client; here ahead, so that it is there within one turn of the virtual clock.
import "../src/vault/both";
import { openTexts } from "../src/vault/texts";
import { openVault } from "../src/vault/vault";
import type { Vault } from "../src/vault/vault";
import { fakeProfile, openTab } from "./support/browser";
import type { Profile } from "./support/browser";
import { fakeClock } from "./support/clock";
import type { Clock } from "./support/clock";
import { fakeDatabase, faultyDatabase } from "./support/database";
import { TestServer } from "./support/server";

interface Page {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** A new page of this profile. */
function pageOf(profile: Profile): Page {
  const clock = fakeClock(20);
  const { environment } = openTab({ clock, network: new TestServer(clock), profile });
  return { clock, vault: openVault(environment, openTexts(environment, "local"), true) };
}

async function names(factory: IDBFactory): Promise<readonly (string | undefined)[]> {
  return (await factory.databases()).map(({ name }) => name);
}

test.each([
  ["a database", fakeDatabase()],
  ["texts alone", undefined],
])(
  "values in %s are listed in the order of their keys, changed in one step, and cleared",
  async (_, factory) => {
    const { vault } = pageOf(fakeProfile(factory));
    await vault.update("a:2", () => ({ n: 2 }));
    await vault.update("a:1", () => ({ n: 1 }));
    await vault.update("b:1", () => "other");
    expect(await vault.update("a:1", (old) => [old])).toEqual({ n: 1 });
    expect(await vault.list("a:")).toEqual([[{ n: 1 }], { n: 2 }]);
    expect(await vault.update("a:2", () => undefined)).toEqual({ n: 2 });
    expect(await vault.update("a:2", () => undefined)).toBeUndefined();
    expect(await vault.list("a:")).toEqual([[{ n: 1 }]]);
    await vault.clear("a:");
    expect(await vault.list("")).toEqual(["other"]);
  },
);

function add(old: unknown): number {
  return Number(old ?? 0) + 1;
}

test("of a hundred changes at once, in two pages, none is lost", async () => {
  const profile = fakeProfile(fakeDatabase());
  const [one, other] = [pageOf(profile).vault, pageOf(profile).vault];
  await Promise.all(
    Array.from({ length: 100 }, (_unused, index) => (index % 2 === 0 ? one : other).update("count", add)),
  );
  expect(await one.list("count")).toEqual([100]);
});

test("clearing what was never kept makes no database; keeping makes one, and clearing leaves it", async () => {
  const factory = fakeDatabase();
  const { vault } = pageOf(fakeProfile(factory));
  await vault.clear("a:");
  expect(await names(factory)).toEqual([]);
  await vault.update("a:1", () => 1);
  await vault.clear("a:");
  expect(await names(factory)).toEqual(["chask"]);
  expect(await vault.list("a:")).toEqual([]);
});

test("what an earlier page has kept is cleared by one that has kept nothing", async () => {
  const profile = fakeProfile(fakeDatabase());
  await pageOf(profile).vault.update("a:1", () => 1);
  await pageOf(profile).vault.clear("a:");
  expect(await pageOf(profile).vault.list("a:")).toEqual([]);
});

test("a database that refuses or never opens is left for texts", async () => {
  const refusing = faultyDatabase();
  refusing.open = "refuses";
  const first = pageOf(fakeProfile(refusing.factory));
  await first.vault.update("a:1", () => 1);
  expect(await first.vault.list("a:")).toEqual([1]);

  const hanging = faultyDatabase();
  hanging.open = "hangs";
  const second = pageOf(fakeProfile(hanging.factory));
  const listed = second.vault.update("a:1", () => 1).then(() => second.vault.list("a:"));
  await second.clock.advance(3_000);
  expect(await listed).toEqual([1]);
});

test.each(["full", "gone"] as const)(
  "a database that is %s in the middle loses nothing, now or on the next page",
  async (fault) => {
    const faulty = faultyDatabase();
    const profile = fakeProfile(faulty.factory);
    const { vault } = pageOf(profile);
    await vault.update("a:1", () => 1);
    await vault.update("a:3", () => 3);
    faulty[fault] = true;
    await vault.update("a:2", () => 2);
    await vault.update("a:4", () => 4);
    faulty[fault] = false;
    expect(await vault.list("a:")).toEqual([1, 2, 3, 4]);
    expect(await vault.update("a:1", () => undefined)).toBe(1);

    const next = pageOf(profile).vault;
    expect(await next.list("a:")).toEqual([2, 3, 4]);
    expect(await next.update("a:2", () => undefined)).toBe(2);
    expect(await next.update("a:3", (old) => [old])).toBe(3);
    expect(await next.update("a:4", (old) => [old])).toBe(4);
    expect(await pageOf(profile).vault.list("a:")).toEqual([[3], [4]]);
    await next.clear("a:");
    expect(await pageOf(profile).vault.list("a:")).toEqual([]);
  },
);

test("a value is changed where it stands, although the database takes nothing any more", async () => {
  const faulty = faultyDatabase();
  const profile = fakeProfile(faulty.factory);
  await pageOf(profile).vault.update("a:1", () => 7);
  faulty.full = true;
  const { vault } = pageOf(profile);
  expect(await vault.update("a:1", (old) => [old])).toBe(7);
  expect(await vault.list("a:")).toEqual([[7]]);
  faulty.full = false;
  expect(await pageOf(profile).vault.list("a:")).toEqual([[7]]);
});
