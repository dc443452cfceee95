import type { Emitter } from "../emitter";
import type { Entry } from "../outbox/entry";
import { caught } from "../promise";
import { isChange } from "../thread/thread";
import type { Placed, Thread } from "../thread/thread";
import type { VisitorEvents } from "./api";
import type { ReceivedMarks } from "./marks";

export interface AnnouncerOptions {
  readonly events: Emitter<VisitorEvents>;
  readonly marks: ReceivedMarks;
  /** Waits until it is this tab's turn to tell: at once for the page last looked at. */
  readonly turn: () => Promise<void>;
  readonly tab: string;
  /** Whether it is for this tab to tell that this entry was sent: only one tab ever may. */
  readonly claim: (entry: Entry) => Promise<boolean>;
}

/** Tells the page what it is told once a browser profile (protocol §5). */
export interface Announcer {
  readonly onArrived: (thread: Thread, arrived: readonly Placed[]) => void;
  readonly onSent: (entry: Entry, placed: Placed) => void;
}

export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { events, marks } = options;
  let queue: Promise<void> = Promise.resolve();

  const received = async ({ id, cursor }: Thread, arrived: readonly Placed[]): Promise<void> => {
    if (arrived.some(({ message }) => message.sender !== "user")) {
      await options.turn();
    }
    const before = await marks.advance(id, cursor);
    for (const placed of arrived) {
      if (placed.sequence > before && placed.message.sender !== "user" && !isChange(placed)) {
        events.emit("messageReceived", placed.message);
      }
    }
  };

  const sent = ({ conversation }: Entry, { sequence, message }: Placed): void => {
    if (sequence === 1) {
      events.emit("conversationStarted", { conversationId: conversation });
    }
    events.emit("messageSent", message);
  };

  return {
    onArrived: (thread, arrived) => {
      // One after the other, so that the page hears in the order of the sequence.
      const tell = (): Promise<void> => received(thread, arrived);
      queue = caught(queue.then(tell, tell));
    },
    onSent: (entry, placed) => {
      // Another tab's entry is told there; if that tab is gone, its heir sends it once more and tells then.
      if (entry.tab === options.tab) {
        void options.claim(entry).then((mine) => mine && sent(entry, placed));
      }
    },
  };
}
