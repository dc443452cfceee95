/** Sets a compressed form beside every file that gains by it; the server sends it to browsers that take it. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const leastBytes = 512;
// The last two levels take ten times as long and save two per cent.
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };

/** Compresses the texts below the folder. The search's own files are compressed already. */
export function compress(dist: string): void {
  for (const name of globSync("**/*.{html,js,css,svg,json,xml,yaml}", { cwd: dist })) {
    const file = path.join(dist, name);
    const bytes = readFileSync(file);
    if (bytes.length >= leastBytes) {
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  }
}
