import type { OpenTransport, Transport, TransportListener } from "./transport";

const JSON_BODY = { "content-type": "application/json" };

/**
 * The way without WebSocket (PROTOCOL.md §9): frames come as events of one long answer and go as requests, one at a
 * time so that their order holds.
 */
export const openEventStream: OpenTransport = (environment, url, hello, listener) => {
  const ended = new AbortController();
  let over = false;
  const close = (code: number, opened: boolean): void => {
    if (!over) {
      over = true;
      queue = [];
      ended.abort();
      listener.onClose(code, opened);
    }
  };
  const request = (path: string, headers: Record<string, string>, body: string): Promise<Response> =>
    environment.fetch(`${url}/v1/stream/${path}`, {
      method: "POST",
      headers: { ...JSON_BODY, ...headers },
      body,
      signal: ended.signal,
    });
  let sending: Promise<void> | undefined;
  let queue: string[] = [];
  let stream = "";

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, 100);
      const answer = await request("frames", { "chask-stream": stream }, `{"frames":[${batch.join()}]}`);
      if (!answer.ok) {
        close(1006, true);
      }
    }
    sending = undefined;
  };

  const receive = async (): Promise<void> => {
    const answer = await request("sse", {}, hello);
    stream = answer.headers.get("chask-stream") ?? "";
    if (!answer.ok || answer.body === null) {
      return close(1006, false);
    }
    await readEvents(answer.body, listener);
    close(1006, true);
  };

  receive().catch(() => close(1006, stream !== ""));
  return {
    send: (text) => {
      queue = [...queue, text];
      sending ??= flush().catch(() => close(1006, true));
    },
    close: () => {
      over = true;
      queue = [];
      ended.abort();
    },
  } satisfies Transport;
};

/** Hands over the data of each event; the rest of the format (names, ids, comments) is not used by a Chask server. */
async function readEvents(body: ReadableStream<Uint8Array>, listener: TransportListener): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("data:")) {
        listener.onText(line.slice(5));
      }
    }
  }
}
