import type { Work } from "./work";

/** What was last told of what agents do with conversations, by id. */
export interface Works {
  /** A new map with each change. */
  readonly all: () => ReadonlyMap<string, Work>;
  readonly keep: (conversation: string, work: Work) => void;
  readonly clear: () => void;
}

export function createWorks(): Works {
  let works: ReadonlyMap<string, Work> = new Map();
  return {
    all: () => works,
    keep: (conversation, { assignee, team, snoozedUntil, tags, notes, events, mentioned }) => {
      const work: Work = {
        tags,
        notes,
        events,
        mentioned,
        ...(assignee === undefined ? {} : { assignee }),
        ...(team === undefined ? {} : { team }),
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
      };
      works = new Map([...works, [conversation, work]]);
    },
    clear: () => {
      works = new Map();
    },
  };
}
