import { failing } from "../failure";
import type { Entry } from "../outbox/entry";
import { caught } from "../promise";
import { restart, showFrom } from "../thread/change";
import type { Core } from "./core";
import { beginning, withListed } from "../thread/listed";
import { keepTalked, type Kept, type Session } from "./session";
import { newest } from "./state";

/** Makes the client that of this session: its conversations, its marks, its unsent messages. */
export async function takeSession(core: Core, session: Session): Promise<void> {
  if (session.changed) {
    await forget(core);
  }
  await list(core, session);
  // Looked up each time: until the session is taken, more may be written.
  for (let entry = unowned(core); entry; entry = unowned(core)) {
    // oxlint-disable-next-line no-await-in-loop -- in the order of writing
    await own(core, entry, session.visitor, landing(core, session));
  }
  if (core.engine.outbox.entries().length > 0) {
    keepTalked(core.named, core.key);
  }
  // There is a session: whatever has kept this tab from having one is over, unless the connection has its own trouble.
  const cured = core.store.facts().connection === "online" ? { error: undefined } : {};
  core.store.change({ visitorId: session.visitor, user: session.user, loaded: true, ...cured });
}

/** Where a message goes that was written before any conversation was known. */
export function landing({ engine, store }: Core, session: Kept): string {
  return store.open(newest(engine.book.all().filter(({ last }) => last > 0)) ?? session.first);
}

/** Another visitor now: nothing of the former one may be sent or shown. */
async function forget({ engine, vault, key, store }: Core): Promise<void> {
  store.choose(undefined);
  engine.stop(failing("AUTH_ERROR", "SESSION_EXPIRED"));
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

function unowned({ engine, tab }: Core): Entry | undefined {
  return engine.outbox.entries().find((entry) => entry.tab === tab && entry.owner === "");
}

/** A message written before there was a session now has an owner, and goes where it would go now. */
async function own(core: Core, entry: Entry, owner: string, conversation: string): Promise<void> {
  const { outbox, loadHistory } = core.engine;
  const directed = core.undirected.delete(entry.id) ? { ...entry, conversation } : entry;
  if (!(await outbox.adopt(directed, owner))) {
    // A tab that could not know of this one has sent it meanwhile: here it is only shown.
    outbox.put({ ...directed, tab: "" });
    void caught(loadHistory(directed.conversation));
  }
}
