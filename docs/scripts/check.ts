/**
 * Writes the scripts of the HTML examples to where the compiler finds them, and fails when an English text of the code is
 * no longer the one that was translated, or a comment of an example has no translation.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

const scripts = path.join(import.meta.dirname, "../.cache/examples");
mkdirSync(scripts, { recursive: true });
for (const file of globSync("**/*.html", { cwd: examples })) {
  const html = readFileSync(path.join(examples, file), "utf8");
  const code = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script]) => script ?? "");
  writeFileSync(path.join(scripts, `${path.basename(file, ".html")}.ts`), `${code.join("\n")}\nexport {};\n`);
}

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
