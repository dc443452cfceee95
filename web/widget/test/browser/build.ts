import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** The browser tests run what is shipped. */
export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "..", "..", "scripts", "build.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
