import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const folder = join(import.meta.dirname, "..", "..");
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".html": "text/html",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Serves what is built as a Chask server does: `/widget.js` and `/widget/<version>/…`; the tests' own files beside. */
export async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const file =
    path === "/widget.js"
      ? "dist/widget.js"
      : path.startsWith("/test/")
        ? path.slice(1)
        : path.replace(/^\/widget\//u, "dist/");
  try {
    const content = await readFile(join(folder, normalize(file)));
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}
