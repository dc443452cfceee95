import { attachment, count, listOf, shape, text } from "@chask/wire";
import type { Guard } from "@chask/wire";
import type { Draft } from "../contract";
import type { Book } from "../engine/book";
import { createTimers } from "../engine/timers";
import type { Environment } from "../environment";
import type { ToError } from "../failure";
import { messageOf } from "../outbox/entry";
import type { Entry } from "../outbox/entry";
import { pend, unpend } from "../thread/change";
import type { Vault } from "../vault/vault";

export interface HeldOptions {
  readonly environment: Environment;
  readonly vault: Vault;
  /** Beginning of the vault's keys; the entry's id follows. */
  readonly prefix: string;
  readonly tab: string;
  readonly book: Book;
  readonly toError: ToError;
  /** Puts the entry into the outbox, which keeps it before it returns. */
  readonly send: (entry: Entry) => void;
  readonly onChange: () => void;
}

/**
 * Messages that may still be taken back. They wait beside the outbox, kept like what is in it, and go into it when their
 * time has come: by a timer of the tab that wrote them; at once when that tab is closed or a later message would overtake
 * them; by another tab, a little later, when it has crashed. The id stays the same on all these ways, so that two of them
 * at once store one message.
 */
export interface Held {
  readonly hold: (entry: Entry, milliseconds: number) => void;
  /** Takes a message back and gives what it was. Undefined: it is on its way. */
  readonly takeBack: (id: string) => Draft | undefined;
  /** Sends what is held, of one conversation or of all, in order. */
  readonly release: (conversation?: string) => void;
  /** When each goes, in milliseconds since 1970; the same object until that changes. */
  readonly list: () => ReadonlyMap<string, number>;
  /** Whether one of this conversation is held. */
  readonly holds: (conversation: string) => boolean;
  /** Looks after what other tabs have left. */
  readonly adopt: () => Promise<void>;
  /** Calls off every timer; what is kept stays. */
  readonly stop: () => void;
}

interface Item {
  readonly entry: Entry;
  readonly due: number;
}

const isItem: Guard<Item> = shape({
  due: count,
  entry: shape({
    id: text,
    conversation: text,
    content: text,
    attachments: listOf(attachment),
    since: count,
    tab: text,
    owner: text,
  }),
});

/** A living tab has sent its own by then, also where timers of a hidden page are slow. */
const othersAfter = 10_000;

export function createHeld(options: HeldOptions): Held {
  const { environment, vault, prefix, book } = options;
  const items = new Map<string, Item & { readonly cancel: () => void }>();
  /** For what other tabs hold, by id. */
  const timers = createTimers(environment);
  let shown: ReadonlyMap<string, number> = new Map();

  const changed = (): void => {
    shown = new Map([...items].map(([id, { due }]) => [id, due]));
    options.onChange();
  };
  const forget = (id: string): void => void vault.update(prefix + id, () => undefined);

  const take = (id: string): Entry | undefined => {
    const item = items.get(id);
    item?.cancel();
    items.delete(id);
    return item?.entry;
  };
  const go = (id: string): void => {
    const entry = take(id);
    if (entry !== undefined) {
      // First into the outbox: a crash between the two sends it twice, which stores it once.
      options.send({ ...entry, since: environment.now() });
      forget(id);
      changed();
    }
  };

  const takeOver = async ({ entry }: Item): Promise<void> => {
    const still = await vault.update(prefix + entry.id, (there) => there);
    if (isItem(still)) {
      options.send({ ...entry, tab: options.tab });
      forget(entry.id);
    }
  };

  return {
    hold: (entry, milliseconds) => {
      const due = environment.now() + milliseconds;
      void vault.update(prefix + entry.id, () => ({ entry, due }));
      const cancel = environment.after(milliseconds, () => go(entry.id));
      items.set(entry.id, { entry, due, cancel });
      book.set(pend(book.at(entry.conversation), messageOf(entry, "agent", options.toError)));
      changed();
    },
    takeBack: (id) => {
      const item = items.get(id);
      if (item === undefined || environment.now() >= item.due) {
        return undefined;
      }
      take(id);
      forget(id);
      const { conversation, content, attachments } = item.entry;
      book.set(unpend(book.at(conversation), id));
      changed();
      return { content, attachments, conversationId: conversation };
    },
    release: (conversation) =>
      [...items.values()]
        .filter(({ entry }) => conversation === undefined || entry.conversation === conversation)
        .forEach(({ entry }) => go(entry.id)),
    list: () => shown,
    holds: (conversation) => [...items.values()].some(({ entry }) => entry.conversation === conversation),
    adopt: async () => {
      for (const item of (await vault.list(prefix)).filter(isItem)) {
        if (item.entry.tab !== options.tab) {
          const wait = Math.max(0, item.due + othersAfter - environment.now());
          timers.set(item.entry.id, wait, () => void takeOver(item));
        }
      }
    },
    stop: () => {
      [...items.values()].forEach(({ cancel }) => cancel());
      items.clear();
      timers.clearAll();
    },
  };
}
