/** Fails when an English text of the code is no longer the one that was translated, or an example's comment is not. */
import { readFileSync, globSync } from "node:fs";
import path from "node:path";

import comments from "../src/examples/comments.json" with { type: "json" };
import { commentsOf } from "../src/examples/comments.ts";
import { findings } from "./reference.ts";

const examples = path.join(import.meta.dirname, "../src/examples");
const used = new Set(
  globSync("**/*.{ts,tsx,vue,html}", { cwd: examples, exclude: ["comments.ts", "**/*.d.ts"] }).flatMap(
    (file) => commentsOf(readFileSync(path.join(examples, file), "utf8")),
  ),
);
const known = Object.keys(comments);

const problems = [
  ...findings.changed.map(
    (entry) => `${entry}: the English has changed, look at its translations (npm run reference)`,
  ),
  ...[...used].filter((text) => !known.includes(text)).map((text) => `comments.json lacks "${text}"`),
  ...known.filter((text) => !used.has(text)).map((text) => `comments.json has the unused "${text}"`),
];
for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;
