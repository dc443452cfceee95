import type { WireMessage } from "@chask/wire";
import type { Attachment } from "../contract";
import type { Book } from "../engine/book";
import { Failed, failing, failureOf } from "../failure";
import type { Failure } from "../failure";
import { caught } from "../promise";
import type { Ask } from "../rest";
import type { Show } from "../thread/change";
import type { Placed, Thread } from "../thread/thread";
import { isMessagePage, pathOf } from "./rest";

/** How many messages are asked for at once: where one link has ended, so have those around it. */
const PAGE = 50;

export interface RenewingOptions {
  readonly ask: Ask;
  readonly book: Book;
  readonly show: Show;
  readonly refused: (failure: Failure) => Error;
}

/** Asks for new links to a message's files, and to those of the messages around it. Who asks meanwhile shares the answer. */
export function createRenewing(
  options: RenewingOptions,
): (conversation: string, message: string) => Promise<readonly Attachment[]> {
  const { ask, book, show } = options;
  const running = new Map<string, Promise<void>>();

  const load = async (path: string, conversation: string): Promise<void> => {
    const { messages } = await ask({ method: "GET", path }, isMessagePage);
    book.set(withFiles(book.at(conversation), messages, show));
  };
  const shared = (path: string, conversation: string): Promise<void> => {
    const mine = running.get(path) ?? load(path, conversation).finally(() => running.delete(path));
    running.set(path, mine);
    return mine;
  };
  const renew = async (conversation: string, message: string): Promise<readonly Attachment[]> => {
    try {
      const { sequence } = placeOf(book.at(conversation), message);
      const before = Math.ceil(sequence / PAGE) * PAGE + 1;
      await shared(`${pathOf(conversation)}/messages?before=${before}&limit=${PAGE}`, conversation);
      return placeOf(book.at(conversation), message).message.attachments ?? [];
    } catch (thrown) {
      throw options.refused(failureOf(thrown));
    }
  };
  return (conversation, message) => caught(renew(conversation, message));
}

function placeOf({ held, aside }: Thread, message: string): Placed {
  const placed = [...held, ...aside].find(({ message: { id } }) => id === message);
  if (placed === undefined) {
    throw new Failed(failing("SEND_ERROR", "NOT_FOUND"));
  }
  return placed;
}

function withFiles(thread: Thread, messages: readonly WireMessage[], show: Show): Thread {
  const told = new Map(
    messages.filter(({ attachments }) => attachments.length > 0).map((one) => [one.id, one]),
  );
  const renewed = (placed: Placed): Placed => {
    const wire = told.get(placed.message.id);
    // What was changed while the answer was under way stays as it is now.
    const later = wire !== undefined && (wire.revision ?? 0) >= (placed.wire?.revision ?? 0);
    return later ? show(wire, thread) : placed;
  };
  return { ...thread, held: thread.held.map(renewed), aside: thread.aside.map(renewed) };
}
