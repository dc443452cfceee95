import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "vite";

declare module "vitest" {
  interface ProvidedContext {
    /// The folder of the built console.
    readonly built: string;
  }
}

/// Builds the console once, as it is shipped, into a folder of its own.
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "chask-console-"));
  await build({
    root: dirname(import.meta.dirname),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  project.provide("built", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
