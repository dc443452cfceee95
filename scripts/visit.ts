/**
 * `node scripts/visit.ts URL PASSWORD`: what the first visitor of a server's demo page does, and the agent who signs in
 * then, so that a server that is being prepared for quick starts has done it: whether it is ready, the pages, a session, a
 * stream, one message; the agent's session, list and ticket. The password is the one that the server's first start prints.
 */
import { once } from "node:events";

const [origin, password] = process.argv.slice(2);
if (origin === undefined || password === undefined) {
  throw new Error("Name server and password: node scripts/visit.ts http://localhost:8080 …");
}

interface Asked {
  readonly method?: "POST";
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(path: string, init: Asked = {}): Promise<unknown> {
  const headers = { Origin: String(origin), "Content-Type": "application/json", ...init.headers };
  const answer = await fetch(new URL(path, origin), { ...init, headers });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  const text = await answer.text();
  return answer.headers.get("Content-Type")?.startsWith("application/json") === true
    ? JSON.parse(text)
    : text;
}

function member(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;
}

/** Sends a frame once the one of this type has come. */
async function after(stream: WebSocket, type: string, frame?: object): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one frame after the other
    const [event]: unknown[] = await once(stream, "message");
    const told: unknown = JSON.parse(String(member(event, "data")));
    if (member(told, "type") === "error") {
      throw new Error(String(member(event, "data")));
    }
    if (member(told, "type") === type) {
      if (frame !== undefined) {
        stream.send(JSON.stringify(frame));
      }
      return;
    }
  }
}

for (const path of ["/health/ready", "/demo/", "/console/", "/widget.js", "/docs/"]) {
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as they would be called
  await ask(path);
}
const page = await ask("/demo/config.json");
const [apiKey, organizationId] = [member(page, "apiKey"), member(page, "organizationId")];
const session = await ask("/v1/widget/session", {
  method: "POST",
  body: JSON.stringify({ apiKey, organizationId, page: { url: `${origin}/demo/` }, locale: "en" }),
});
const stream = new WebSocket(new URL("/v1/stream", origin.replace("http", "ws")), {
  protocols: ["chask.v1"],
  headers: { Origin: origin },
});
await once(stream, "open");
stream.send(
  JSON.stringify({ type: "hello", v: 1, token: member(session, "visitorToken"), client: "visit/1" }),
);
await after(stream, "welcome", {
  type: "send",
  id: crypto.randomUUID(),
  conversation: crypto.randomUUID(),
  content: "Hello",
  attachments: [],
});
await after(stream, "sent");
stream.close();
await once(stream, "close");

const signedIn = await ask("/v1/sessions", {
  method: "POST",
  body: JSON.stringify({ email: "agent@localhost", password }),
});
const headers = { Authorization: `Bearer ${String(member(signedIn, "token"))}` };
await ask("/v1/conversations?status=open&snoozed=false", { headers });
await ask("/v1/inbox/counts", { headers });
await ask("/v1/stream/tickets", { method: "POST", headers });
