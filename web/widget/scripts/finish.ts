import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { gzipAsync } from "@gfx/zopfli";

/**
 * Publishes the hash of every script, for pages that pin them by Subresource Integrity, and lays the compressed forms
 * beside the files, so that the server sends them as they are.
 */
export async function finish(dist: string): Promise<void> {
  const scripts = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  const integrity = Object.fromEntries(
    scripts
      .toSorted()
      .map((name) => [relative(dist, join(dist, name)), hash(readFileSync(join(dist, name)))]),
  );
  writeFileSync(join(dist, "integrity.json"), `${JSON.stringify(integrity, undefined, 2)}\n`);
  for (const name of scripts) {
    const path = join(dist, name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotli(bytes));
    // Over plain http browsers take no brotli: a slow search makes of the same format some 2 % less.
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as quick: it is all computing
    writeFileSync(`${path}.gz`, await gzipAsync(bytes, { numiterations: 30 }));
  }
}

/** As the server sends it. */
export function brotli(bytes: Buffer): Buffer {
  return distances
    .map((coding) => brotliCompressSync(bytes, { params: { ...best, ...coding } }))
    .reduce((least, other) => (other.length < least.length ? other : least));
}

const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGBLOCK]: 16 };

/** How distances are coded (RFC 7932, section 4): which way is shortest, only trying tells. */
const distances = [0, 1, 2, 3].flatMap((postfix) =>
  [0, 1, 2, 3, 4].map((direct) => ({
    [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
    [constants.BROTLI_PARAM_NDIRECT]: direct << postfix,
  })),
);

function hash(bytes: Buffer): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
