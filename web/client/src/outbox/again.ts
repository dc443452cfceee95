import type { ChatMessage } from "../contract";
import type { Engine } from "../engine/engine";
import { failing } from "../failure";
import type { ToError } from "../failure";
import { caught } from "../promise";
import { unpend } from "../thread/change";
import type { Entry } from "./entry";

/** Who hands a failed message in once more. */
export interface Again {
  readonly engine: Engine;
  readonly tab: string;
  readonly environment: { readonly now: () => number };
  readonly toError: ToError;
}

/** Sends a failed message again, with the same id, and to wherever `place` tells. */
export function retry(
  { engine, tab, environment, toError }: Again,
  id: string,
  place: (failed: Entry) => string = ({ conversation }) => conversation,
): Promise<ChatMessage> {
  const entry = engine.outbox.get(id);
  if (!entry?.failed) {
    return caught(Promise.reject(toError({ ...failing("SEND_ERROR", "NOT_FOUND"), messageId: id })));
  }
  const { failed: _, ...again } = entry;
  return engine.send({ ...again, conversation: place(entry), tab, since: environment.now() });
}

/** Gives a failed message up; false when there is no such one. */
export function remove({ engine: { book, outbox } }: Pick<Again, "engine">, id: string): boolean {
  const entry = outbox.get(id);
  if (!entry?.failed) {
    return false;
  }
  outbox.take(id);
  void outbox.claim(id);
  book.set(unpend(book.at(entry.conversation), id));
  return true;
}
