import type { ClientFrame, ServerTyping } from "@chask/wire";
import type { Thread } from "../thread/thread";
import type { Book } from "./book";
import type { Timers } from "./timers";

export interface TypingSigns {
  /** One's own keystrokes: thinned out to one frame in 3 s. That they have ended is told each time. */
  readonly set: (conversation: string, active: boolean) => void;
  /** The other side's: forgotten after 6 s. */
  readonly heard: (frame: ServerTyping) => void;
  readonly forget: (conversation: string) => void;
}

const REPEAT_AFTER = 3_000;
const FORGET_AFTER = 6_000;

export function createTyping(
  timers: Timers,
  book: Book,
  write: (frame: ClientFrame) => boolean,
  onTyping: (thread: Thread, active: boolean) => void,
): TypingSigns {
  const forget = (conversation: string): void => {
    const { typing, ...thread } = book.at(conversation);
    timers.clear(`heard:${conversation}`);
    if (typing) {
      book.set(thread);
      onTyping({ ...thread, typing }, false);
    }
  };
  return {
    forget,
    set: (conversation, active) => {
      const name = `typed:${conversation}`;
      if (timers.has(name) && active) {
        return;
      }
      timers.clear(name);
      if (write({ type: "typing", conversation, active }) && active) {
        timers.set(name, REPEAT_AFTER, () => undefined);
      }
    },
    heard: ({ conversation, active, from, name }) => {
      const thread = book.get(conversation);
      if (!thread || !active) {
        return forget(conversation);
      }
      timers.set(`heard:${conversation}`, FORGET_AFTER, () => forget(conversation));
      const { typing } = thread;
      if (typing?.from !== from || typing.name !== name) {
        const next = { ...thread, typing: { from, ...(name && { name }) } };
        book.set(next);
        onTyping(next, true);
      }
    },
  };
}
