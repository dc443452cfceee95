import type { VisitorClient, VisitorOptions } from "./api";

/** Creates a visitor's client; nothing happens before its first method is called. */
export function createVisitorClient(options: VisitorOptions): VisitorClient {
  throw new Error(`the visitor's client of ${options.name} is written next`);
}
