import { listOf, shape } from "@chask/wire";
import type { Stream } from "../link/stream";
import type { ChatMessage } from "../contract";
import { remove, retry as again } from "../outbox/again";
import { adoptEntries, adoptFrom } from "../outbox/adopt";
import { createSharedStream } from "../tabs/shared";
import type { SharedOptions } from "../tabs/shared";
import { openTabs } from "../tabs/tabs";
import type { Tabs, TabsOptions } from "../tabs/tabs";
import { showFrom, unpend } from "../thread/change";
import { isListed, withListed } from "../thread/listed";
import { withStories } from "../thread/story";
import { adoptionOf } from "./adoption";
import type { Core } from "./core";
import { forgetSession } from "./forget";
import { tellPages } from "./pages";
import { shareEntry } from "./share";

/** Sends a failed message again. Where its conversation takes no more messages it can only go elsewhere. */
export function retry(core: Core, id: string): Promise<ChatMessage> {
  const { marks, store } = core;
  return again(core, id, ({ conversation, failed }) => {
    if (failed?.reason !== "CONVERSATION_CLOSED") {
      return conversation;
    }
    // The page may be older than the setting.
    store.close();
    const place = store.open(conversation);
    // Who sees it fail is led to where it goes.
    if (store.getState().currentConversationId === conversation) {
      store.choose(place);
    }
    void marks.advance(place, 0);
    return place;
  });
}

/** Gives a failed message up, in every tab. */
export function giveUp(core: Core, id: string): void {
  if (remove(core, id)) {
    core.tabs().post({ kind: "gone", id });
  }
}

/** The other tabs, and the connection shared with them. */
export interface Company {
  readonly tabs: Tabs;
  readonly stream: Stream;
}

/** This tab's own connection, as the company takes it over. */
export type Own = Pick<SharedOptions, "link" | "listener" | "redirect" | "state"> &
  Pick<TabsOptions, "ended">;

/** Joins the other tabs of this browser profile. Loaded after the first welcome: until then each tab is alone. */
export function joinTabs(core: Core, locks: LockManager, own: Own): Company {
  const { environment, engine, key, tab } = core;
  const tabs = openTabs({ environment, locks, key, tab, ended: own.ended });
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
  const joined: Core = { ...core, tabs: () => tabs };
  engine.outbox.entries().forEach((entry) => shareEntry(joined, entry));
  return { tabs, stream: createSharedStream({ ...own, environment, locks, key, tabs }) };
}

async function inherit(core: Core, tab: string): Promise<boolean> {
  const adoption = adoptionOf(core, await core.sessions.obtain(false));
  // What that tab itself had inherited has lost its sender too.
  await adoptEntries(adoption);
  return adoptFrom(adoption, tab);
}

/** There is a session and a connection: what earlier pages have left unsent may go. From now on changes are shown. */
export async function adopt(core: Core): Promise<void> {
  core.engine.book.refine((thread) => withStories(thread));
  tellPages(core);
  const session = await core.sessions.obtain(false);
  await adoptEntries(adoptionOf(core, session));
}

const isList = shape({ conversations: listOf(isListed) });

/** Marks that moved while there was no connection. */
export async function refresh({ engine, sessions, options }: Core): Promise<void> {
  const list = await sessions.ask({ method: "GET", path: "/v1/widget/conversations" }, isList);
  for (const listed of list.conversations) {
    engine.reading.confirmed(listed.id, listed.ownRead);
    engine.book.set(withListed(engine.book.at(listed.id), listed, showFrom(options.baseUrl)));
  }
}
