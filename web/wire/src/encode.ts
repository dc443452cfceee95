import type { ClientFrame, ServerFrame } from "./frames";

/** One frame as the text that travels. */
export function encode(frame: ClientFrame | ServerFrame): string {
  return JSON.stringify(frame);
}
