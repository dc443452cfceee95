import { adoptFrom } from "../outbox/adopt";
import type { Stream, StreamListener } from "../link/stream";
import { createSharedStream } from "../tabs/shared";
import { openTabs } from "../tabs/tabs";
import type { HeardTabs } from "../tabs/tabs";
import { unpend } from "../thread/change";
import type { Core } from "./core";
import { forgetSession } from "./forget";
import { adoptionOf } from "./take-session";

/** The other tabs, and the connection shared with them. */
export interface Company {
  readonly tabs: HeardTabs;
  readonly stream: Stream;
}

/** Joins the other tabs of this browser profile. Loaded late: the first message does not need it. */
export function joinTabs(
  core: Core,
  locks: LockManager,
  link: (listener: StreamListener) => Stream,
  listener: StreamListener,
): Company {
  const { environment, engine, tab } = core;
  const key = `${core.key}/1`;
  const tabs = openTabs(environment, locks, key, tab);
  tabs.listen((message) => {
    if (message.kind === "entry") {
      const mine = engine.outbox.get(message.entry.id);
      if (mine?.tab !== tab || mine.failed !== undefined) {
        engine.outbox.put(message.entry);
        tabs.inherit(message.entry.tab, () => inherit(core, message.entry.tab));
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
  engine.outbox.entries().forEach((entry) => entry.tab === tab && tabs.post({ kind: "entry", entry }));
  return { tabs, stream: createSharedStream({ environment, locks, key, tabs, listener, link }) };
}

async function inherit(core: Core, tab: string): Promise<void> {
  const { visitor } = await core.sessions.obtain(false);
  await adoptFrom(adoptionOf(core, visitor), tab);
}
