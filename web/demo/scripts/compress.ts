/** Lays the compressed forms beside the built files, so that the server sends them as they are. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "..", "dist");
/** Bytes below which compressing gains nothing. */
const worthwhile = 512;

for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (/\.(?:js|css|html|svg)$/u.test(name)) {
    const path = join(dist, name);
    const bytes = readFileSync(path);
    if (bytes.length > worthwhile) {
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    }
  }
}
