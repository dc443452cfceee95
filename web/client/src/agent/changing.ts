import { message as wireMessage } from "@chask/wire";
import type { ChatMessage, Draft, Quote } from "../contract";
import type { Environment } from "../environment";
import type { Engine } from "../engine/engine";
import { failureOf } from "../failure";
import type { Failure } from "../failure";
import { retryDelay } from "../link/delay";
import type { Entry } from "../outbox/entry";
import { caught } from "../promise";
import type { Ask } from "../rest";
import type { Show } from "../thread/change";
import { withStories } from "../thread/story";
import type { Wish } from "../thread/story";
import type { Thread } from "../thread/thread";
import type { MessageChange } from "./api";
import { entryMaker } from "./entries";
import { pathOf } from "./rest";

/** How often a change is asked for whose answer does not come. It has an id: asking again costs nothing. */
const ATTEMPTS = 3;

export interface ChangingOptions {
  readonly environment: Pick<Environment, "after" | "now" | "random">;
  readonly ask: Ask;
  readonly engine: Engine;
  readonly show: Show;
  readonly refused: (failure: Failure) => Error;
  readonly tab: string;
  readonly owner: string;
}

/** Changes of stored messages. */
export interface Changing {
  readonly change: (change: MessageChange) => Promise<void>;
  /** Makes a draft into an entry of the outbox, and remembers what it answers. */
  readonly entryOf: (draft: Draft) => Entry;
}

/** Changes messages that are stored: shown as they will be at once, and as they were again when that is refused. */
export function createChanging(options: ChangingOptions): Changing {
  const { ask, engine, environment, show } = options;
  const { book } = engine;
  const wishes = new Map<string, Wish>();
  const quotes = new Map<string, Quote>();
  book.refine((thread) => withQuotes(withStories(thread, wishes), quotes));

  const again = (conversation: string): void => book.set({ ...book.at(conversation) });
  const settle = (id: string, wish: Wish, conversation: string): void => {
    if (wishes.get(id) === wish) {
      wishes.delete(id);
    }
    again(conversation);
  };

  const request = async (change: MessageChange, id: string, attempt: number): Promise<void> => {
    const path = `${pathOf(change.conversationId)}/messages/${encodeURIComponent(change.messageId)}`;
    try {
      const answer = await ask(
        change.content === null
          ? { method: "DELETE", path: `${path}?change=${id}` }
          : { method: "PATCH", path, body: { id, content: change.content } },
        wireMessage,
      );
      const thread = book.at(change.conversationId);
      const now = show(answer, thread);
      const held = thread.held.map((placed) => (placed.message.id === now.message.id ? now : placed));
      book.set({ ...thread, held });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (!failure.retryable || attempt >= ATTEMPTS) {
        throw options.refused(failure);
      }
      await pause(environment, attempt);
      await request(change, id, attempt + 1);
    }
  };

  const begin = (change: MessageChange): Promise<void> => {
    const { conversationId, messageId, content } = change;
    const wish: Wish = { content };
    wishes.set(messageId, wish);
    again(conversationId);
    const done = (): void => settle(messageId, wish, conversationId);
    return caught(request(change, engine.newId(), 1).finally(done));
  };
  return { entryOf: entryMaker({ ...options, quotes }), change: begin };
}

/** What was sent from here shows its quote before the server has told it. */
function withQuotes(thread: Thread, quotes: ReadonlyMap<string, Quote>): Thread {
  const isOpen = ({ id, replyTo }: ChatMessage): boolean => replyTo === undefined && quotes.has(id);
  const { held, pending } = thread;
  if (quotes.size === 0 || !(pending.some(isOpen) || held.some(({ message }) => isOpen(message)))) {
    return thread;
  }
  const quoting = (message: ChatMessage): ChatMessage => {
    const replyTo = quotes.get(message.id);
    return replyTo === undefined || message.replyTo !== undefined ? message : { ...message, replyTo };
  };
  return {
    ...thread,
    pending: pending.map(quoting),
    held: held.map((placed) =>
      isOpen(placed.message) ? { ...placed, message: quoting(placed.message) } : placed,
    ),
  };
}

function pause({ after, random }: ChangingOptions["environment"], attempt: number): Promise<void> {
  return new Promise((resolve) => void after(retryDelay(attempt, random), resolve));
}
