/** Checks the examples of the site: every text translated, every one a file that is shown, every script compiled. */
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import texts from "../src/examples/comments.json" with { type: "json" };
import { textsOf } from "../src/examples/comments.ts";

const docs = path.join(import.meta.dirname, "..");
const folder = path.join(docs, "src/examples");

/** The examples, by their names below the folder. */
export function exampleFiles(): readonly string[] {
  return globSync("*.*", { cwd: folder, exclude: ["comments.*", "*.d.ts"] })
    .concat("Caddyfile")
    .toSorted();
}

/** What is wrong with the examples, one line a fault; nothing is compiled. */
export function exampleProblems(): readonly string[] {
  const pages = globSync("src/content/docs/**/*.mdx", { cwd: docs }).map(
    (page) => [page, readFileSync(path.join(docs, page), "utf8")] as const,
  );
  const shown = new Set(
    pages.flatMap(([, page]) =>
      [...page.matchAll(/<Example file="([^"]+)"/gu)].map(([, file]) => file ?? ""),
    ),
  );
  const used = new Set(
    exampleFiles().flatMap((file) => textsOf(file, readFileSync(path.join(folder, file), "utf8"))),
  );
  const known = Object.keys(texts);
  return [
    ...pages.filter(([, page]) => page.includes("```")).map(([page]) => `${page}: code that is not a file`),
    ...exampleFiles()
      .filter((file) => !shown.has(file))
      .map((file) => `src/examples/${file}: no page shows it`),
    ...[...used].filter((text) => !known.includes(text)).map((text) => `comments.json lacks "${text}"`),
    ...known.filter((text) => !used.has(text)).map((text) => `comments.json has the unused "${text}"`),
  ];
}

/** Compiles the examples, the scripts of HTML among them. Says what the compiler says. */
export function compileExamples(): readonly string[] {
  const scripts = path.join(docs, ".cache/examples");
  mkdirSync(scripts, { recursive: true });
  for (const file of exampleFiles().filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(path.join(folder, file), "utf8");
    const code = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script]) => script ?? "");
    writeFileSync(
      path.join(scripts, `${path.basename(file, ".html")}.ts`),
      `${code.join("\n")}\nexport {};\n`,
    );
  }
  const compiler = spawnSync("tsc", ["--project", "tsconfig.examples.json"], { cwd: docs, encoding: "utf8" });
  if (compiler.error !== undefined) {
    return [`The compiler did not start: ${compiler.error.message}`];
  }
  return compiler.status === 0 ? [] : compiler.stdout.trim().split("\n");
}
