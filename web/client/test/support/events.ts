import { listOf, parse, record, shape } from "@chask/wire";
import { FakeSocket } from "./socket";

const isFrames = shape({ frames: listOf(record) }, {});

/** The two routes of PROTOCOL.md §9: each stream is a socket whose messages become events. */
export class EventStreams {
  readonly #streams = new Map<string, FakeSocket>();
  readonly #take: (socket: FakeSocket, text: string) => void;

  constructor(take: (socket: FakeSocket, text: string) => void) {
    this.#take = take;
  }

  open(hello: string, signal: AbortSignal | null | undefined): Response {
    const id = crypto.randomUUID();
    const socket = new FakeSocket();
    this.#streams.set(id, socket);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        socket.addEventListener("message", ({ data }) => {
          controller.enqueue(new TextEncoder().encode(`data:${String(data)}\n\n`));
        });
        socket.addEventListener("close", ({ code }) => {
          if (code !== 1006) {
            controller.enqueue(new TextEncoder().encode(`event: close\ndata: ${code}\n\n`));
          }
          controller.close();
        });
      },
    });
    signal?.addEventListener("abort", () => socket.sever());
    socket.accept();
    this.#take(socket, hello);
    return new Response(body, { headers: { "chask-stream": id } });
  }

  frames(id: string, body: string): Response {
    const socket = this.#streams.get(id);
    const value = parse(body);
    if (socket === undefined || !isFrames(value)) {
      return new Response(null, { status: 404 });
    }
    value.frames.forEach((frame) => this.#take(socket, JSON.stringify(frame)));
    return new Response(null, { status: 202 });
  }
}
