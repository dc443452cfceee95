import type { Entry } from "../outbox/entry";
import type { Placed } from "../thread/thread";
import type { Core } from "./core";

/** Tells the other tabs, which may have another connection, that an entry of this one is committed. */
export function shareSent({ tab, tabs }: Core, entry: Entry, { sequence, message }: Placed): void {
  if (entry.tab === tab) {
    const { id, conversation } = entry;
    const timestamp = message.timestamp.toISOString();
    tabs().post({
      kind: "sent",
      frame: { type: "sent", id, conversation, sequence, timestamp, duplicate: false },
    });
  }
}

/** Lets the other tabs show an entry of this one, once it stands in the conversation it will be sent to. */
export function shareEntry({ tab, tabs }: Core, entry: Entry): void {
  if (entry.tab === tab && entry.owner !== "") {
    tabs().post({ kind: "entry", entry });
  }
}
