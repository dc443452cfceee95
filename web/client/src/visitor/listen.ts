import { adoptFrom } from "../outbox/adopt";
import type { Entry } from "../outbox/entry";
import { unpend } from "../thread/change";
import type { Placed } from "../thread/thread";
import type { Core } from "./core";
import { forgetSession } from "./forget";
import { adoptionOf } from "./take-session";

/** What a visitor's client does with what other tabs tell. */
export function listenToTabs(core: Core): void {
  const { engine, tab, tabs } = core;
  tabs.listen((message) => {
    if (message.kind === "entry") {
      const mine = engine.outbox.get(message.entry.id);
      if (mine?.tab !== tab || mine.failed !== undefined) {
        engine.outbox.put(message.entry);
      }
    } else if (message.kind === "sent") {
      engine.onFrame(message.frame);
    } else if (message.kind === "gone") {
      const entry = engine.outbox.take(message.id);
      if (entry !== undefined) {
        engine.book.set(unpend(engine.book.at(entry.conversation), entry.id));
      }
    } else if (message.kind === "logout") {
      forgetSession(core);
    }
  });
}

/** Tells the other tabs, which may have another connection, that an entry of this one is committed. */
export function shareSent({ tab, tabs }: Core, entry: Entry, { sequence, message }: Placed): void {
  if (entry.tab === tab) {
    const { id, conversation } = entry;
    const timestamp = message.timestamp.toISOString();
    tabs.post({
      kind: "sent",
      frame: { type: "sent", id, conversation, sequence, timestamp, duplicate: false },
    });
  }
}

/** Lets the other tabs show an entry of this one, or watches over one of theirs. */
export function shareEntry(core: Core, entry: Entry): void {
  const { environment, sessions, tab, tabs } = core;
  if (entry.tab === tab) {
    tabs.post({ kind: "entry", entry });
  } else if (environment.locks !== undefined) {
    tabs.inherit(entry.tab, async () => {
      const { visitor } = await sessions.obtain(false);
      await adoptFrom(adoptionOf(core, visitor), entry.tab);
    });
  }
}
