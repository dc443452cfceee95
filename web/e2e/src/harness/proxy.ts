import { once } from "node:events";
import { createServer, request } from "node:http";

/** A way to a server through a network that lets no WebSocket through. */
export interface Proxy {
  readonly baseUrl: string;
  /** How many WebSockets it has refused. */
  readonly refused: () => number;
  readonly close: () => Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  let refused = 0;
  const server = createServer((asked, answer) => {
    const { method, headers, url } = asked;
    const onwards = request(new URL(url ?? "/", target), { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onwards.on("error", () => answer.destroy());
    answer.on("close", () => onwards.destroy());
    asked.pipe(onwards);
  });
  server.on("upgrade", (_, socket) => {
    refused += 1;
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${address !== null && typeof address !== "string" ? address.port : 0}`,
    refused: () => refused,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
