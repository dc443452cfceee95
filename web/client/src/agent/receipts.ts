import type { ClientFrame } from "@chask/wire";
import type { Environment } from "../environment";
import type { KeptRow } from "./inbox";

/** So few that a slow computer draws in between, so many that a page is through within a second. */
const atOnce = 4;
const pauseMilliseconds = 16;

/** Tells the server that the list's messages have come, a few at a time: a page's would hold up the scrolling. */
export interface Receipts {
  readonly add: (rows: readonly KeptRow[]) => void;
  /** Tells it of one row at once, unless that is known. */
  readonly now: (conversation: string, sequence: number) => void;
  /** Forgets what was not told: with a new connection the rows are loaded again. */
  readonly clear: () => void;
}

export function createReceipts(
  environment: Pick<Environment, "after">,
  write: (frame: ClientFrame) => boolean,
): Receipts {
  const owed = new Map<string, number>();
  /** What this connection has been told. */
  const known = new Map<string, number>();
  let cancel: (() => void) | undefined;

  const now = (conversation: string, sequence: number): void => {
    if ((known.get(conversation) ?? 0) < sequence && write({ type: "ack", conversation, sequence })) {
      known.set(conversation, sequence);
    }
  };
  const tell = (): void => {
    for (const [conversation, sequence] of [...owed].slice(0, atOnce)) {
      owed.delete(conversation);
      now(conversation, sequence);
    }
    cancel = owed.size === 0 ? undefined : environment.after(pauseMilliseconds, tell);
  };

  return {
    add: (rows) => {
      rows
        .filter(({ id, unread, lastSequence }) => unread > 0 && (known.get(id) ?? 0) < lastSequence)
        .forEach(({ id, lastSequence }) => owed.set(id, lastSequence));
      if (owed.size > 0 && cancel === undefined) {
        tell();
      }
    },
    now,
    clear: () => {
      owed.clear();
      known.clear();
      cancel?.();
      cancel = undefined;
    },
  };
}
