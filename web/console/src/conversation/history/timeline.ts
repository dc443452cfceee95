import type { HistoryEvent } from "./api";

/// Events of one kind in a row, told once. Messages come so from the server.
export interface Stretch {
  readonly event: HistoryEvent;
  readonly count: number;
}

/// Newest first, as they come.
export function stretches(events: readonly HistoryEvent[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const event of events) {
    const before = found.at(-1);
    const same =
      before !== undefined &&
      before.event.type === event.type &&
      before.event.conversation === event.conversation &&
      event.title === undefined &&
      event.score === undefined &&
      event.url === undefined &&
      event.count === undefined;
    if (same) {
      found[found.length - 1] = { ...before, count: before.count + 1 };
    } else {
      found.push({ event, count: event.count ?? 1 });
    }
  }
  return found;
}
