/** Builds the site into `dist`: gathers the reference, lets Astro build, makes the pages fit a strict policy, checks. */
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";

import { compress } from "./compress.ts";
import { compileExamples, exampleProblems } from "./examples.ts";
import { lightWithoutScript } from "./noscript.ts";
import { checkSite } from "./site.ts";
import { externalizeScripts } from "./scripts.ts";
import { findings, writeReference } from "./reference.ts";

const docs = path.join(import.meta.dirname, "..");
const dist = path.join(docs, "dist");

function stopOn(what: string, problems: readonly string[]): void {
  if (problems.length > 0) {
    console.error(`${what}:\n  ${problems.join("\n  ")}`);
    process.exit(1);
  }
}

stopOn("Texts without a translation in docs/src/reference", findings.untranslated);
stopOn("Translations in docs/src/reference that nothing uses", findings.unused);
stopOn("Texts whose English is no longer the one translated (npm run reference)", findings.changed);
stopOn("Faults of the examples", exampleProblems());
stopOn("Examples that do not compile", compileExamples());
writeReference();

// A test runner that starts the build hands its own NODE_ENV down, and the search would be left out as in development.
const astro = spawnSync("astro", ["build", "--silent"], {
  cwd: docs,
  env: { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" },
  stdio: "inherit",
});
if (astro.status !== 0) {
  process.exit(astro.status ?? 1);
}
// Unknown addresses of every language get the one page that speaks all three.
for (const folder of ["es", "pt-br"]) {
  rmSync(path.join(dist, folder, "404"), { recursive: true, force: true });
}
copyFileSync(path.join(docs, "../wire/openapi.yaml"), path.join(dist, "openapi.yaml"));
lightWithoutScript(dist);
externalizeScripts(dist);
stopOn("Faults of the built site", checkSite(dist));
compress(dist);
