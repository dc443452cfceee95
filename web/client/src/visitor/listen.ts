import { unpend } from "../thread/change";
import type { Core } from "./core";
import { forgetSession } from "./forget";

/** What a visitor's client does with what other tabs tell. */
export function listenToTabs(core: Core): void {
  const { engine, tab, tabs } = core;
  tabs.listen((message) => {
    if (message.kind === "entry") {
      const mine = engine.outbox.get(message.entry.id);
      if (mine?.tab !== tab || mine.failed !== undefined) {
        engine.outbox.put(message.entry);
      }
    } else if (message.kind === "gone") {
      const entry = engine.outbox.take(message.id);
      if (entry !== undefined) {
        engine.book.set(unpend(engine.book.at(entry.conversation), entry.id));
      }
    } else if (message.kind === "logout") {
      forgetSession(core);
    }
  });
}
