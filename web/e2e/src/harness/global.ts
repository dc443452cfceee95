import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

import { startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly baseUrl: string;
    readonly data: string;
    /** What tests make in the file system is made in here. */
    readonly folder: string;
  }
}

/** Starts the one server that most files share, and removes it with all data at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "chask-e2e-"));
  const server = await startServer({ data: join(folder, "data"), patience: 180_000 });
  project.provide("baseUrl", server.baseUrl);
  project.provide("data", server.data);
  project.provide("folder", folder);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
