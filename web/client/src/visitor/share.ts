import type { Entry } from "../outbox/entry";
import type { Placed } from "../thread/thread";
import type { Core } from "./core";

/** Tells the other tabs, which may have another connection, that an entry of this one is committed. */
export function shareSent({ tab, tabs }: Core, entry: Entry, { sequence, message }: Placed): void {
  if (entry.tab === tab) {
    const { id, conversation } = entry;
    const timestamp = message.timestamp.toISOString();
    tabs()?.post({
      kind: "sent",
      frame: { type: "sent", id, conversation, sequence, timestamp, duplicate: false },
    });
  }
}
