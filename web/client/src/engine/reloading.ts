import type { Reloading } from "./reload";

/** Loads the page that is missing, again and again with growing pauses. Loaded when a server does not replay. */
export async function reload(of: Reloading, conversation: string, tried: number = 0): Promise<void> {
  const { book, missing, timers } = of;
  const name = `reload:${conversation}`;
  const hopeless = await of.isHopeless(conversation);
  const thread = book.at(conversation);
  const start = missing.get(conversation);
  if (start === undefined || timers.has(name)) {
    return;
  }
  if (hopeless || start === 0 || thread.from < start) {
    missing.delete(conversation);
    of.onLoaded(thread);
  } else {
    timers.set(name, of.pauseAfter(tried), () => void reload(of, conversation, tried + 1));
  }
}
