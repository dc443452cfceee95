import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";

/** Where the built site stands for a test. */
export interface Site {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const dist = path.join(import.meta.dirname, "../dist");

/** The policy that the Chask server sends with the documentation. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Serves the built site below `/docs` as the Chask server does: with its policy, compressed where it can be. */
export async function serveSite(): Promise<Site> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname).replace(
      /^\/docs\//u,
      "",
    );
    const file = path.join(dist, name === "" || name.endsWith("/") ? `${name}index.html` : name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const brotli = existsSync(`${file}.br`);
    response.writeHead(200, {
      "content-type": types[path.extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
      ...(brotli ? { "content-encoding": "br" } : {}),
    });
    response.end(readFileSync(brotli ? `${file}.br` : file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  return { origin: `http://localhost:${portOf(server)}`, close: () => stop(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
