import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";

/// What issue and architecture allow for the first view.
const budget = 250_000;

test("the first view is at most 250 kB: its page, script, style and font", () => {
  const folder = inject("built");
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/console\/([^"]+)"/g)].map((match) => match[1] ?? "");
  const files = ["index.html", ...named].map(
    (name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
  );
  const fonts = readdirSync(join(folder, "assets")).filter((name) =>
    /inter-latin-wght-normal.*\.woff2$/.test(name),
  );
  const bytes = [...files, ...fonts.map((name) => readFileSync(join(folder, "assets", name)).length)];
  expect(fonts).toHaveLength(1);
  expect(named.length).toBeGreaterThan(2);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget);
});
