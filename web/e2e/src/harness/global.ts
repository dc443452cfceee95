import type { TestProject } from "vitest/node";

import { startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly baseUrl: string;
    readonly data: string;
  }
}

/** Starts the one server that most files share, and removes it with its data at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide("baseUrl", server.baseUrl);
  project.provide("data", server.data);
  return server.remove;
}
