import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
};

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The website of a page developer: serves the pages a test writes, from an origin of its own. */
export interface Host {
  readonly origin: string;
  readonly serve: (page: HostPage) => string;
  /** Serves the files of a folder under `/files/`. */
  readonly folder: (path: string) => string;
  /** Bodies posted to `/collect`, as they arrived. */
  readonly collected: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startHost(): Promise<Host> {
  const pages = new Map<string, HostPage>();
  const collected: string[] = [];
  let files = "";
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    if (path === "/collect") {
      collected.push(await body(request));
      response.writeHead(204).end();
      return;
    }
    if (path.startsWith("/files/") && files !== "") {
      const name = join(files, normalize(path.slice("/files".length)));
      const content = await readFile(name).catch(() => null);
      response.writeHead(content === null ? 404 : 200, {
        "Content-Type": types[extname(name)] ?? "application/json",
      });
      response.end(content ?? "");
      return;
    }
    const page = pages.get(path);
    response.writeHead(page === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
      ...page?.headers,
    });
    response.end(page?.html ?? "not here");
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => response.destroy(new Error("host page", { cause })));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${address !== null && typeof address !== "string" ? address.port : 0}`;
  return {
    origin,
    serve: (page) => {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, page);
      return origin + path;
    },
    folder: (path) => {
      files = path;
      return `${origin}/files`;
    },
    collected,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts).toString("utf8");
}
