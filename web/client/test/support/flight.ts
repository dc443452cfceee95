import type { ClientFrame, ServerFrame } from "@chask/wire";
import type { TestServer } from "./server";

/** Watches that of one tab at most one message of a conversation is unanswered on one connection. */
export function watchFlight(server: TestServer): { readonly violations: readonly string[] } {
  const flights = new Map<object, Map<string, Set<string>>>();
  const violations: string[] = [];
  /** What has its final answer; as a request it may still be on its way, sent once more before the answer came. */
  const settled = new Set<string>();
  server.witness = (what, frame, by) => {
    const unanswered = flights.get(by) ?? new Map<string, Set<string>>();
    flights.set(by, unanswered);
    if (what === "written" && frame.type === "send" && !settled.has(frame.id)) {
      const flight = `${frame.conversation} ${frame.content.replace("refused ", "").split("-")[0]}`;
      const ids = (unanswered.get(flight) ?? new Set()).add(frame.id);
      unanswered.set(flight, ids);
      if (ids.size > 1) {
        violations.push(flight);
      }
    }
    // An answer is one wherever it comes: for a moment two tabs may both take themselves for the leader.
    const answered = what === "arrived" ? answeredBy(frame) : [];
    if (frame.type !== "error" || !frame.retryable) {
      answered.forEach((id) => settled.add(id));
    }
    flights.forEach((flight) => flight.forEach((ids) => answered.forEach((id) => ids.delete(id))));
  };
  return { violations };
}

/** The messages that a frame of the server gives an answer to. */
function answeredBy(frame: ClientFrame | ServerFrame): readonly string[] {
  if (frame.type === "sync") {
    return frame.messages.map(({ id }) => id);
  }
  if (frame.type === "message") {
    return [frame.message.id];
  }
  return frame.type === "sent" ? [frame.id] : frame.type === "error" ? [frame.ref ?? ""] : [];
}
