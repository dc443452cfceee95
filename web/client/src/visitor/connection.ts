import { createLink } from "../link/link";
import type { Stream, StreamListener } from "../link/stream";
import { adoptFrom } from "../outbox/adopt";
import { nothing } from "../rest";
import { aloneInBrowser } from "../tabs/alone";
import { createSharedStream } from "../tabs/shared";
import { openTabs } from "../tabs/tabs";
import type { Tabs } from "../tabs/tabs";
import { unpend } from "../thread/change";
import type { Core } from "./core";
import { resumeOf, streamListener } from "./follow";
import { forgetSession } from "./forget";
import { shareEntry } from "./share";
import { adoptionOf } from "./take-session";

/** The way to the server, and the other tabs. */
export interface Connected {
  readonly tabs: Tabs;
  readonly stream: Stream;
}

/** Everything that is needed only once there is something to say to the server. Loaded beside the first request. */
export function openConnection(core: Core): Connected {
  const { environment, options } = core;
  const { locks } = environment;
  const listener = streamListener(core);
  const link = (to: StreamListener): Stream => openLink(core, to);
  return locks === undefined || (options.storage ?? "local") !== "local"
    ? { tabs: aloneInBrowser(environment), stream: link(listener) }
    : joinTabs(core, locks, link, listener);
}

function openLink({ ask, engine, environment, options, sessions }: Core, listener: StreamListener): Stream {
  const { apiKey, baseUrl, name, organizationId } = options;
  return createLink({
    environment,
    baseUrl,
    name,
    source: {
      credentials: async (fresh) => (await sessions.obtain(fresh)).token,
      resume: () => resumeOf(engine, sessions.current()),
      explain: async () => {
        const query = new URLSearchParams({ organizationId, apiKey }).toString();
        await ask({ method: "GET", path: `/v1/widget/settings?${query}` }, nothing);
      },
    },
    listener,
  });
}

function joinTabs(
  core: Core,
  locks: LockManager,
  link: (listener: StreamListener) => Stream,
  listener: StreamListener,
): Connected {
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
  const joined: Core = { ...core, tabs: () => tabs };
  engine.outbox.entries().forEach((entry) => shareEntry(joined, entry));
  return { tabs, stream: createSharedStream({ environment, locks, key, tabs, listener, link }) };
}

async function inherit(core: Core, tab: string): Promise<void> {
  const session = await core.sessions.obtain(false);
  await adoptFrom(adoptionOf(core, session), tab);
}
