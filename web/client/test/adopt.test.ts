import { expect, test } from "vitest";
import { adoptFrom } from "../src/outbox/adopt";
import { isEntry } from "../src/outbox/entry";
import type { Entry } from "../src/outbox/entry";
import { createOutbox } from "../src/outbox/outbox";
import { openTexts, textShelf } from "../src/vault/texts";
import type { Vault } from "../src/vault/vault";
import { fakeProfile, openTab } from "./support/browser";
import type { Profile } from "./support/browser";
import { fakeClock, settle } from "./support/clock";
import type { Clock } from "./support/clock";
import { TestServer } from "./support/server";
import { world } from "./support/visitor";

const PREFIX = "out:";

function entry(id: string): Entry {
  return { id, conversation: "talk", content: id, attachments: [], since: 0, tab: "writer", owner: "ann" };
}

/** An outbox of one tab over a profile, which dies after so many changes of what is stored. */
function heir(clock: Clock, profile: Profile, { tab, changes }: { tab: string; changes: number }) {
  const { environment } = openTab({ clock, network: new TestServer(clock), profile });
  const shelf = textShelf(openTexts(environment, "local"), environment.locks);
  let left = changes;
  const vault: Vault = {
    ...shelf,
    list: async (prefix) => (await shelf.entries(prefix)).map(([, value]) => value),
    update: (key, change) => (left-- > 0 ? shelf.update(key, change) : new Promise(() => undefined)),
  };
  const outbox = createOutbox({
    environment,
    vault,
    prefix: PREFIX,
    tab,
    write: () => true,
    askFor: () => true,
    onEntry: () => undefined,
    onFailed: () => undefined,
  });
  const adoption = { vault, outbox, prefix: PREFIX, tab, owner: "ann", conversation: "talk" };
  return {
    adopt: (from: string) => void adoptFrom({ ...adoption, inherit: () => undefined }, from),
    /** What is this tab's to send. */
    own: () =>
      outbox
        .entries()
        .filter((each) => each.tab === tab)
        .map(({ id }) => id),
  };
}

test("an heir that dies halfway leaves all to one next heir, not a half to each", async () => {
  const clock = fakeClock();
  const profile = fakeProfile();
  ["1", "2"].forEach((id) => profile.local.setItem(PREFIX + id, JSON.stringify(entry(id))));
  const first = heir(clock, profile, { tab: "first", changes: 1 });
  first.adopt("writer");
  await settle();
  expect(first.own()).toEqual(["1"]);
  const ofWriter = heir(clock, profile, { tab: "second", changes: 9 });
  const ofFirst = heir(clock, profile, { tab: "third", changes: 9 });
  ofWriter.adopt("writer");
  ofFirst.adopt("first");
  await settle();
  expect([ofWriter.own(), ofFirst.own()]).toEqual([["1", "2"], []]);
});

test("as long as an heir lives nobody else sends for it; after it another tab does, in order", async () => {
  const { clock, server, profile, open } = world();
  const [writer, first, second] = [open(), open(), open()];
  for (const { client } of [writer, first, second]) {
    // oxlint-disable-next-line no-await-in-loop -- they join in this order
    await Promise.all([client.connect(), clock.advance(1_000)]);
  }
  server.fate = (_, { type }) => (type === "send" ? "drop" : "pass");
  const contents = ["one", "two", "three"];
  contents.forEach((content) => void writer.client.sendMessage({ content }));
  await clock.advance(100);
  writer.tab.kill();
  await clock.advance(3_000);
  first.tab.kill();
  const stored = Object.keys(profile.local).map((key) => JSON.parse(profile.local.getItem(key) ?? ""));
  expect(new Set(stored.filter(isEntry).map(({ tab }) => tab)).size).toBe(1);
  server.fate = () => "pass";
  await clock.advance(60_000);
  expect(second.contents()).toEqual(contents);
  expect(second.sent.map(({ content }) => content)).toEqual(contents);
});
