import { storyOf } from "@chask/wire";
import type { WireMessage, WireQuote, WireStory } from "@chask/wire";
import type { ChatMessage, Quote } from "../contract";
import { isChange } from "./thread";
import type { Placed, Thread } from "./thread";

/** What a message is to become. */
export interface Wish {
  /** The new text; null: the message goes. */
  readonly content: string | null;
}

interface Change {
  readonly sequence: number;
  readonly content: string;
  readonly at: Date;
  readonly deletes: boolean;
}

type Changes = ReadonlyMap<string, Change>;

/**
 * The thread with its messages as they are now: each entry that is a change is applied to the message it names, if
 * that is held and does not show a later state already. Applied again, it changes nothing.
 */
export function withStories(thread: Thread, wishes: ReadonlyMap<string, Wish> = new Map()): Thread {
  const { held, aside } = thread;
  if (wishes.size === 0 && ![...held, ...aside].some(hasStory)) {
    return thread;
  }
  const changes = changesIn(held);
  const retold = (placed: Placed): Placed => retell(placed, changes, wishes);
  const nowHeld = mapped(held, retold);
  const nowAside = mapped(aside, retold);
  return nowHeld === held && nowAside === aside ? thread : { ...thread, held: nowHeld, aside: nowAside };
}

/** Every field of a story, so that nothing is looked at closer where there is none. */
function hasStory({ wire, told }: Placed): boolean {
  return told !== undefined || (wire !== undefined && isRare(wire));
}

function isRare({ edits, deletes, revision, replyTo }: WireMessage): boolean {
  return Boolean(edits ?? deletes ?? revision ?? replyTo);
}

/** The last change of each message. */
function changesIn(held: readonly Placed[]): Changes {
  const changes = new Map<string, Change>();
  for (const placed of held.filter(isChange)) {
    const { edits, deletes } = storyIn(placed);
    const target = edits ?? deletes;
    if (target !== undefined) {
      const { content, timestamp } = placed.message;
      const deleted = deletes !== undefined;
      changes.set(target, { sequence: placed.sequence, content, at: timestamp, deletes: deleted });
    }
  }
  return changes;
}

function retell(placed: Placed, changes: Changes, wishes: ReadonlyMap<string, Wish>): Placed {
  const { id } = placed.message;
  const story = storyIn(placed);
  const wish = wishes.get(id);
  const held = changes.get(id);
  const change = held !== undefined && held.sequence > (story.revision ?? 0) ? held : undefined;
  const quoted = story.replyTo && changes.get(story.replyTo.id);
  if (isChange(placed)) {
    return placed;
  }
  const told = JSON.stringify([
    change?.sequence ?? story.revision,
    story.replyTo?.id,
    quoted?.sequence,
    wish && [wish.content],
  ]);
  if (told === (placed.told ?? untold)) {
    return placed;
  }
  const written = placed.written ?? placed.message;
  const changed = {
    ...written,
    status: placed.message.status,
    ...storyFields(story),
    ...(story.replyTo && { replyTo: quoteOf(story.replyTo, quoted) }),
    ...(change && changeFields(change)),
  };
  return { ...placed, told, written, message: without(wish === undefined ? changed : wished(changed, wish)) };
}

/** Of a message to which nothing has happened. */
const untold = JSON.stringify([undefined, undefined, undefined, undefined]);

function storyIn({ wire }: Placed): WireStory {
  return wire === undefined ? {} : storyOf(wire);
}

function storyFields({ editedAt, deletedAt }: WireStory): Partial<ChatMessage> {
  return {
    ...(editedAt !== undefined && { editedAt: new Date(editedAt) }),
    ...(deletedAt !== undefined && { deletedAt: new Date(deletedAt) }),
  };
}

function changeFields({ content, at, deletes }: Change): Partial<ChatMessage> {
  return deletes ? { content, deletedAt: at } : { content, editedAt: at };
}

function wished(message: ChatMessage, { content }: Wish): ChatMessage {
  return content === null
    ? { ...message, content: "", deletedAt: message.timestamp, changing: true }
    : { ...message, content, changing: true };
}

/** A message that was deleted has nothing else any more. */
function without(message: ChatMessage): ChatMessage {
  if (message.deletedAt === undefined) {
    return message;
  }
  const { attachments: _, editedAt: __, ...rest } = message;
  return rest;
}

function quoteOf({ id, sender, author, preview, deleted }: WireQuote, quoted: Change | undefined): Quote {
  const line = quoted?.content.trim().split("\n", 1)[0]?.slice(0, 160);
  return {
    id,
    sender,
    preview: line ?? preview,
    deleted: quoted?.deletes ?? deleted,
    ...(author && { author }),
  };
}

function mapped(list: readonly Placed[], made: (placed: Placed) => Placed): readonly Placed[] {
  const next = list.map(made);
  return next.every((placed, index) => placed === list[index]) ? list : next;
}
