import type { Adoption } from "../outbox/adopt";
import { restart, showFrom } from "../thread/change";
import type { Core } from "./core";
import { beginning, withListed } from "../thread/listed";
import type { Kept, Session } from "./session";
import { newest } from "./state";

/** Makes the client that of this session: its conversations, its marks, its unsent messages. */
export async function takeSession(core: Core, session: Session): Promise<void> {
  if (session.changed) {
    await forget(core);
  }
  await list(core, session);
  own(core, session.visitor, landing(core, session));
  core.store.change({ visitorId: session.visitor, user: session.user, loaded: true });
}

/** How this tab takes over from others. */
export function adoptionOf(core: Core, session: Kept): Adoption {
  const { engine, key, tab, tabs, vault } = core;
  return {
    owner: session.visitor,
    conversation: landing(core, session),
    vault,
    outbox: engine.outbox,
    prefix: `${key}:out:`,
    tab,
    inherit: (other, run) => tabs().inherit(other, run),
  };
}

/** Where a message goes that was written before any conversation was known. */
function landing({ engine }: Core, session: Kept): string {
  return newest(engine.book.all().filter(({ last }) => last > 0)) ?? session.first;
}

/** Another visitor now: nothing of the former one may be sent or shown. */
async function forget({ engine, vault, key }: Core): Promise<void> {
  engine.stop({ code: "AUTH_ERROR", reason: "SESSION_EXPIRED", retryable: false });
  await vault.clear(`${key}:out:`);
  await vault.clear(`${key}:mark:`);
}

async function list({ engine, marks, options }: Core, session: Session): Promise<void> {
  const { book, reading } = engine;
  if (session.epochChanged) {
    book.all().forEach((thread) => book.set(restart(thread, 0)));
  }
  for (const listed of session.conversations) {
    const mark = await marks.begin(listed.id, listed.lastSequence, session.epochChanged);
    const thread = beginning(book.at(listed.id), mark);
    reading.confirmed(listed.id, listed.ownRead);
    book.set(withListed(thread, listed, showFrom(options.baseUrl)));
  }
}

/** Messages written before there was a session now have an owner, and go where they would go now. */
function own({ engine, tab, undirected }: Core, owner: string, conversation: string): void {
  const { outbox } = engine;
  for (const entry of outbox.entries()) {
    if (entry.tab === tab && entry.owner === "") {
      outbox.put({ ...entry, owner, ...(undirected.has(entry.id) ? { conversation } : {}) });
    }
  }
  undirected.clear();
}
