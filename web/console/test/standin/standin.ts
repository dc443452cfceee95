import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { refusal, type Answer } from "./answers.ts";
import { answer, type Bend } from "./routes.ts";
import { StandInStream } from "./stream.ts";
import { World, type StandInConversation } from "./world.ts";

/// The policy under which the server hosts the console.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; " +
  "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript"],
  [".css", "text/css"],
  [".svg", "image/svg+xml"],
  [".woff2", "font/woff2"],
]);

/// A server in the real one's place: it follows openapi.yaml and PROTOCOL.md, keeps everything in memory, and can be
/// told to refuse, to be slow and to go away. What only a database can show is tested end to end elsewhere.
export interface StandIn {
  readonly origin: string;
  readonly world: World;
  readonly stream: StandInStream;
  readonly bend: Bend;
  /// A visitor writes; everybody who watches is told.
  readonly write: (conversation: StandInConversation, content: string) => void;
  readonly stop: () => Promise<void>;
}

export async function startStandIn(folder: string): Promise<StandIn> {
  const world = new World();
  const open = { holdUpload: Promise.resolve(), holdPages: Promise.resolve() };
  const bend: Bend = { sessions: new Set(), tickets: new Set(), confined: false, ...open };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://stand-in").pathname;
    if (path.startsWith("/console/")) {
      sendFile(folder, path.slice("/console/".length), response);
      return;
    }
    sendAnswer(await answer(request, world, bend).catch(() => refusal(500, "INTERNAL")), response);
  };
  const stream = new StandInStream(server, world, bend.tickets);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    world,
    stream,
    bend,
    write: (conversation, content) => {
      world.append(conversation, { sender: "user", content });
      stream.announce(conversation);
    },
    stop: () =>
      new Promise((resolve) => {
        stream.cut(1001);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") {
    throw new Error("the stand-in does not listen on a port");
  }
  return address.port;
}

function sendAnswer({ status, json, raw, cookie }: Answer, response: ServerResponse): void {
  if (cookie !== undefined) {
    response.setHeader("Set-Cookie", cookie);
  }
  const type = raw?.type ?? (status >= 400 ? "application/problem+json" : "application/json");
  response.writeHead(status, { "Content-Type": type });
  response.end(raw?.body ?? (json === undefined ? undefined : JSON.stringify(json)));
}

function sendFile(folder: string, path: string, response: ServerResponse): void {
  const file = join(folder, path === "" ? "index.html" : path);
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const type = types.get(extname(file)) ?? "application/octet-stream";
  response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy });
  response.end(readFileSync(file));
}
