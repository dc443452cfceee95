import type { WireAuthor, WireMessage, WireSender } from "./frames";
import { count, flag, shape, text, time } from "./guard";
import type { Guard } from "./guard";
import { author, sender } from "./server";

/** What happened to a message, or what a change did; and what the message answers. */
export interface WireStory {
  readonly edits?: string;
  readonly deletes?: string;
  /** Sequence of the change that made it what it is. */
  readonly revision?: number;
  readonly editedAt?: string;
  readonly deletedAt?: string;
  readonly replyTo?: WireQuote;
}

/** The message that another answers. */
export interface WireQuote {
  readonly id: string;
  readonly sequence: number;
  readonly sender: WireSender;
  readonly author?: WireAuthor;
  /** The beginning of its first line. */
  readonly preview: string;
  readonly deleted: boolean;
}

const quote: Guard<WireQuote> = shape(
  { id: text, sequence: count, sender, preview: text, deleted: flag },
  { author },
);

const isStory: Guard<WireStory> = shape(
  {},
  { edits: text, deletes: text, revision: count, editedAt: time, deletedAt: time, replyTo: quote },
);

/**
 * What is rare in a message. Apart from the message's own guard, so that a page which meets none of it loads none of it;
 * empty when a field is not what it should be, as if there were none.
 */
export function storyOf(message: WireMessage): WireStory {
  return isStory(message) ? message : {};
}
