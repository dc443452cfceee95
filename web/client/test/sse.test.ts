import { expect, test } from "vitest";
import { openTab } from "./support/browser";
import { fakeClock, settle } from "./support/clock";
import type { Clock } from "./support/clock";
import type { Failure } from "../src/failure";
import { failureOfResponse } from "../src/rest";
import { openEventStream } from "../src/link/sse";
import type { Transport } from "../src/link/transport";
import type { Network } from "./support/browser";
import { FakeSocket } from "./support/socket";

/** A server of PROTOCOL.md §9 whose event stream a test writes by hand. */
class EventServer implements Network {
  readonly bodies: string[] = [];
  readonly streams: string[] = [];
  writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** What the stream, and each request with frames in turn, is refused with. */
  refusal: Response | undefined;
  readonly busy: Response[] = [];

  open(): FakeSocket {
    return new FakeSocket();
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    this.bodies.push(typeof init.body === "string" ? init.body : "");
    if (url.endsWith("/v1/stream/frames")) {
      this.streams.push(new Headers(init.headers).get("chask-stream") ?? "");
      return this.busy.shift() ?? new Response(null, { status: 202 });
    }
    if (this.refusal !== undefined) {
      return this.refusal;
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.writer = controller;
      },
    });
    return new Response(body, { headers: { "chask-stream": "stream-1" } });
  }

  write(text: string): Promise<void> {
    this.writer?.enqueue(new TextEncoder().encode(text));
    return settle();
  }
}

interface Heard {
  readonly texts: unknown[];
  readonly closes: (readonly [number, boolean])[];
  readonly refusals: Failure[];
}

interface Opened {
  readonly heard: Heard;
  readonly transport: Transport;
  readonly clock: Clock;
}

function open(server: EventServer): Opened {
  const clock = fakeClock();
  const { environment } = openTab({ clock, network: server });
  const heard: Heard = { texts: [], closes: [], refusals: [] };
  const transport = openEventStream(environment, "https://chat.example.com", '{"type":"hello"}', {
    onText: (text) => heard.texts.push(text),
    onClose: (code, opened) => heard.closes.push([code, opened]),
    onRefused: (failure) => heard.refusals.push(failure),
    failureOf: (answer) => failureOfResponse(answer, clock.now()),
  });
  return { heard, transport, clock };
}

function problem(
  status: number,
  code: string,
  reason: string,
  headers: Record<string, string> = {},
): Response {
  const retryable = status >= 500;
  return new Response(JSON.stringify({ code, reason, retryable }), { status, headers });
}

test("events are put together from whatever pieces they come in", async () => {
  const server = new EventServer();
  const { heard } = open(server);
  await settle();
  const text = 'data:{"type":"welcome"}\n\n: a comment\r\n\r\nevent: x\ndata: {"content":"Olá 👩‍👧"}\n\n';
  for (const byte of new TextEncoder().encode(text)) {
    server.writer?.enqueue(new Uint8Array([byte]));
  }
  await settle();
  expect(heard.texts.map(String).map((each) => each.trim())).toEqual([
    '{"type":"welcome"}',
    '{"content":"Olá 👩‍👧"}',
  ]);
  expect(server.bodies).toEqual(['{"type":"hello"}']);
});

test("frames go in order, together while one request is on its way, to the stream that was named", async () => {
  const server = new EventServer();
  const { transport } = open(server);
  await settle();
  transport.send('{"n":1}');
  transport.send('{"n":2}');
  transport.send('{"n":3}');
  await settle();
  expect(server.bodies.slice(1)).toEqual(['{"frames":[{"n":1}]}', '{"frames":[{"n":2},{"n":3}]}']);
  expect(server.streams).toEqual(["stream-1", "stream-1"]);
});

test("an answer that ends is a lost connection; one's own end says nothing", async () => {
  const ended = new EventServer();
  const first = open(ended);
  await settle();
  ended.writer?.close();
  await settle();
  expect(first.heard.closes).toEqual([[1006, true]]);

  const second = open(new EventServer());
  await settle();
  expect(second.transport.close()).toBe(true);
  await settle();
  expect(second.heard.closes).toEqual([]);
});

test("the event `close` tells the code, however it is cut, and nothing after it is heard", async () => {
  const server = new EventServer();
  const { heard } = open(server);
  await settle();
  await server.write('data: {"type":"welcome"}\n\nevent: cl');
  await server.write("ose\ndata: 40");
  await server.write('04\n\ndata: {"type":"ping"}\n\n');
  expect(heard.closes).toEqual([[4004, true]]);
  expect(heard.texts).toEqual(['{"type":"welcome"}']);
});

test("a refused stream tells why: the answer's reason, and how long to wait", async () => {
  const refusing = new EventServer();
  refusing.refusal = problem(401, "AUTH_ERROR", "TOKEN_INVALID");
  const { heard } = open(refusing);
  await settle();
  expect(heard.refusals).toEqual([{ code: "AUTH_ERROR", reason: "TOKEN_INVALID", retryable: false }]);

  const draining = new EventServer();
  draining.refusal = problem(503, "CONNECTION_ERROR", "DRAINING", { "retry-after": "3" });
  const patient = open(draining);
  await settle();
  expect(patient.heard.refusals).toEqual([
    { code: "CONNECTION_ERROR", reason: "DRAINING", retryable: true, retryAfterMs: 3_000 },
  ]);
  expect([...heard.closes, ...patient.heard.closes]).toEqual([]);
});

test("what one request cannot carry is split by number and by bytes", async () => {
  const server = new EventServer();
  const { transport } = open(server);
  await settle();
  const large = `{"n":"${"é".repeat(30_000)}"}`;
  transport.send('{"n":0}');
  [large, large, ...Array.from({ length: 150 }, (_, n) => `{"n":${n}}`)].forEach((frame) =>
    transport.send(frame),
  );
  await settle();
  const batches = server.bodies.slice(2).map((body) => body.split('"n"').length - 1);
  expect(batches).toEqual([1, 100, 51]);
});

test("frames that were not taken go again, the same and in order, after the pause that is asked for", async () => {
  const server = new EventServer();
  const { heard, transport, clock } = open(server);
  await settle();
  server.busy.push(problem(503, "CONNECTION_ERROR", "BUSY", { "retry-after": "2" }));
  transport.send('{"n":1}');
  await settle();
  transport.send('{"n":2}');
  await clock.advance(1_900);
  expect(server.bodies.slice(1)).toEqual(['{"frames":[{"n":1}]}']);
  await clock.advance(200);
  expect(server.bodies.slice(2)).toEqual(['{"frames":[{"n":1},{"n":2}]}']);
  expect(heard.closes).toEqual([]);
});

test("a stream that is not known any more is a lost connection, and its end leaves no timer", async () => {
  const gone = new EventServer();
  const first = open(gone);
  await settle();
  gone.busy.push(problem(404, "SEND_ERROR", "NOT_FOUND"));
  first.transport.send("{}");
  await settle();
  expect(first.heard.closes).toEqual([[1006, true]]);

  const busy = new EventServer();
  const second = open(busy);
  await settle();
  busy.busy.push(problem(503, "CONNECTION_ERROR", "BUSY"));
  second.transport.send("{}");
  await settle();
  expect(second.clock.pending()).toBe(1);
  second.transport.close();
  expect(second.clock.pending()).toBe(0);
});
