import { expect, test } from "vitest";
import { openTab } from "./support/browser";
import { fakeClock, settle } from "./support/clock";
import { openEventStream } from "../src/link/sse";
import type { Network } from "./support/browser";
import { FakeSocket } from "./support/socket";

/** A server of PROTOCOL.md §9 whose event stream a test writes by hand. */
class EventServer implements Network {
  readonly bodies: string[] = [];
  readonly streams: string[] = [];
  writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  status = 200;

  open(): FakeSocket {
    return new FakeSocket();
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    this.bodies.push(typeof init.body === "string" ? init.body : "");
    if (url.endsWith("/v1/stream/frames")) {
      this.streams.push(new Headers(init.headers).get("chask-stream") ?? "");
      return new Response(null, { status: 202 });
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.writer = controller;
      },
    });
    return new Response(body, { status: this.status, headers: { "chask-stream": "stream-1" } });
  }

  write(text: string): Promise<void> {
    this.writer?.enqueue(new TextEncoder().encode(text));
    return settle();
  }
}

interface Heard {
  readonly texts: unknown[];
  readonly closes: (readonly [number, boolean])[];
}

function open(server: EventServer): { heard: Heard; transport: ReturnType<typeof openEventStream> } {
  const { environment } = openTab({ clock: fakeClock(), network: server });
  const heard: Heard = { texts: [], closes: [] };
  const transport = openEventStream(environment, "https://chat.example.com", '{"type":"hello"}', {
    onText: (text) => heard.texts.push(text),
    onClose: (code, opened) => heard.closes.push([code, opened]),
  });
  return { heard, transport };
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

test("an answer that ends is a lost connection; a refused one was never open; one's own end says nothing", async () => {
  const ended = new EventServer();
  const first = open(ended);
  await settle();
  ended.writer?.close();
  await settle();
  expect(first.heard.closes).toEqual([[1006, true]]);

  const refusing = new EventServer();
  refusing.status = 503;
  const second = open(refusing);
  await settle();
  expect(second.heard.closes).toEqual([[1006, false]]);

  const third = open(new EventServer());
  await settle();
  third.transport.close();
  await settle();
  expect(third.heard.closes).toEqual([]);
});
