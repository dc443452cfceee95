import type { ClientFrame } from "@chask/wire";
import type { Environment } from "../environment";
import type { KeptRow } from "./inbox";

/** So few that a slow computer draws in between, so many that a page is through within a second. */
const atOnce = 4;
const pauseMilliseconds = 16;

/** Tells the server that the list's messages have come, a few at a time: a page's would hold up the scrolling. */
export interface Receipts {
  readonly add: (rows: readonly KeptRow[]) => void;
  /** Forgets what was not told: with a new connection the rows are loaded again. */
  readonly clear: () => void;
}

export function createReceipts(
  environment: Pick<Environment, "after">,
  write: (frame: ClientFrame) => boolean,
): Receipts {
  const owed = new Map<string, number>();
  let cancel: (() => void) | undefined;

  const tell = (): void => {
    for (const [conversation, sequence] of [...owed].slice(0, atOnce)) {
      owed.delete(conversation);
      write({ type: "ack", conversation, sequence });
    }
    cancel = owed.size === 0 ? undefined : environment.after(pauseMilliseconds, tell);
  };

  return {
    add: (rows) => {
      rows.filter(({ unread }) => unread > 0).forEach(({ id, lastSequence }) => owed.set(id, lastSequence));
      if (owed.size > 0 && cancel === undefined) {
        tell();
      }
    },
    clear: () => {
      owed.clear();
      cancel?.();
      cancel = undefined;
    },
  };
}
