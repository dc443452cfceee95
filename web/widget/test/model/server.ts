import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { Conversations, epoch } from "./conversations.ts";
import { serveFile } from "./files.ts";

/** What the model answers in place of its settings. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
}

/** A server that speaks enough of wire/ for the widget: one organization, one visitor, everything in memory. */
export class ModelServer {
  readonly conversations: Conversations = new Conversations((frame) => this.#send(frame));
  /** Paths in the order they were asked for. */
  readonly requests: string[] = [];
  /** Overrides parts of the settings. */
  settings: Readonly<Record<string, unknown>> = {};
  refusal: Refusal | undefined;
  #http: Server | undefined;
  #sockets: WebSocketServer | undefined;
  #port = 0;

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const http = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({
      server: http,
      path: "/v1/stream",
      handleProtocols: () => "chask.v1",
    });
    sockets.on("connection", (socket) => this.#open(socket));
    http.listen(this.#port, "127.0.0.1");
    await once(http, "listening");
    this.#port = address(http).port;
    [this.#http, this.#sockets] = [http, sockets];
  }

  /** Goes away as a crash does: every connection breaks. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets?.clients ?? []) {
      socket.terminate();
    }
    const closed = this.#http && once(this.#http, "close");
    this.#http?.closeAllConnections();
    this.#http?.close();
    await closed;
  }

  /** How many streams are open. */
  get streams(): number {
    return this.#sockets?.clients.size ?? 0;
  }

  #send(frame: object): void {
    for (const socket of this.#sockets?.clients ?? []) {
      socket.send(JSON.stringify(frame));
    }
  }

  #open(socket: WebSocket): void {
    socket.on("message", (data: Buffer) => {
      const frame: unknown = JSON.parse(data.toString());
      for (const answer of this.conversations.take(frame)) {
        socket.send(JSON.stringify(answer));
      }
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.baseUrl);
    this.requests.push(url.pathname);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.setHeader("Access-Control-Allow-Methods", "*");
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
    } else if (!url.pathname.startsWith("/v1/")) {
      await serveFile(url.pathname, response);
    } else if (this.refusal) {
      const { status, ...problem } = this.refusal;
      json(
        response,
        { type: "about:blank", title: "Refused", status, ...problem, retryable: status >= 500 },
        status,
      );
    } else {
      await this.#route(url, request, response);
    }
  }

  async #route(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id] = /^\/v1\/widget\/conversations\/([^/]+)\/messages$/u.exec(url.pathname) ?? [];
    if (id) {
      json(response, this.conversations.page(id, Number(url.searchParams.get("before") ?? Infinity)));
      return;
    }
    const body = await text(request);
    switch (url.pathname) {
      case "/v1/widget/settings":
        json(response, { ...defaults, ...this.settings });
        break;
      case "/v1/widget/session":
        json(response, {
          visitorToken: "o.secret",
          visitor: { visitorId },
          ...this.conversations.list(),
          epoch,
        });
        break;
      case "/v1/widget/conversations":
        json(response, this.conversations.list());
        break;
      case "/v1/widget/user":
        json(response, { visitorId, ...parsed(body) });
        break;
      case "/v1/widget/attachments":
        json(response, this.conversations.upload(body, this.baseUrl), 201);
        break;
      default:
        response.writeHead(204).end();
    }
  }
}

const visitorId = "018f3c5e-1111-7aaa-8bbb-000000000001";

const defaults = {
  organization: { id: "018f3c5e-0000-7aaa-8bbb-000000000001", name: "Tienda Aurora" },
  locales: ["en", "es", "pt-BR"],
  theme: { mode: "auto", primaryColor: "#3b5bdb", position: "right" },
  attachments: { enabled: true, accept: ["image/*", "application/pdf"], maxSize: 10_000_000, maxCount: 10 },
  limits: { contentCodePoints: 10_000 },
  features: { typing: true, readReceipts: true, reopen: true, rating: true },
};

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, {
    "Content-Type": status < 400 ? "application/json" : "application/problem+json",
  });
  response.end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts).toString();
}

function parsed(body: string): object {
  const value: unknown = JSON.parse(body);
  return typeof value === "object" && value ? value : {};
}

function address(server: Server): AddressInfo {
  const found = server.address();
  if (typeof found !== "object" || !found) {
    throw new Error("no port");
  }
  return found;
}
