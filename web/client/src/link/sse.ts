import type { Failure } from "../failure";
import type { OpenTransport, TransportListener } from "./transport";

const JSON_BODY = { "content-type": "application/json" };
/** What one request may carry; the server takes 131,072 bytes (PROTOCOL.md §9). */
const MOST_FRAMES = 100;
const MOST_BYTES = 100_000;
const CONNECTION_LOST = 1006;
/** Where the server asks for patience without saying how much. */
const PAUSE = 1_000;

/**
 * The way without WebSocket (PROTOCOL.md §9): frames come as events of one long answer and go as requests, one at a
 * time so that their order holds.
 */
export const openEventStream: OpenTransport = (environment, url, hello, listener) => {
  const ended = new AbortController();
  let stream = "";
  let queue: readonly string[] = [];
  let sending = false;
  let wake: (() => void) | undefined;

  const finish = (): void => {
    queue = [];
    wake?.();
    ended.abort();
  };
  /** Ends it with what the listener is told. */
  const end = (tell: () => void): void => {
    if (!ended.signal.aborted) {
      finish();
      tell();
    }
  };
  const lose = (): void => end(() => listener.onClose(CONNECTION_LOST, stream !== ""));
  const request = (path: string, headers: Record<string, string>, body: string): Promise<Response> =>
    environment.fetch(`${url}/v1/stream/${path}`, {
      method: "POST",
      headers: { ...JSON_BODY, ...headers },
      body,
      signal: ended.signal,
    });

  /** The failure of a batch that was not taken; undefined when it was. */
  const post = async (batch: readonly string[]): Promise<Failure | undefined> => {
    const answer = await request("frames", { "chask-stream": stream }, `{"frames":[${batch.join()}]}`);
    return answer.ok ? undefined : listener.failureOf(answer);
  };
  const flush = async (): Promise<void> => {
    sending = true;
    while (queue.length > 0) {
      const batch = batchOf(queue);
      // oxlint-disable-next-line no-await-in-loop -- one after the other, or their order is lost
      const failure = await post(batch);
      if (failure === undefined) {
        queue = queue.slice(batch.length);
      } else if (!failure.retryable) {
        return lose();
      } else {
        // Those sent before are still being read: nothing was taken of these, so the same go again.
        // oxlint-disable-next-line no-await-in-loop -- as above
        await sleep(failure.retryAfterMs ?? PAUSE);
      }
    }
    sending = false;
  };
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = environment.after(milliseconds, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const receive = async (): Promise<void> => {
    const answer = await request("sse", {}, hello);
    if (!answer.ok || answer.body === null) {
      const failure = await listener.failureOf(answer);
      return end(() => listener.onRefused(failure));
    }
    stream = answer.headers.get("chask-stream") ?? "";
    const code = await readEvents(answer.body, listener);
    end(() => listener.onClose(code, true));
  };

  receive().catch(lose);
  return {
    send: (text) => {
      queue = ended.signal.aborted ? [] : [...queue, text];
      if (!sending) {
        flush().catch(lose);
      }
    },
    close: () => {
      finish();
      return stream !== "";
    },
  };
};

/** The first of these frames that fit into one request; at least one, for an over-long frame is the server's to refuse. */
function batchOf(frames: readonly string[]): readonly string[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const over = frames.findIndex((frame, index) => {
    bytes += encoder.encode(frame).length + 1;
    return index > 0 && (index === MOST_FRAMES || bytes > MOST_BYTES);
  });
  return over < 0 ? frames : frames.slice(0, over);
}

/**
 * Hands over the data of each event, and gives the code of the last one, `close`; the rest of the format (ids,
 * comments) is not used by a Chask server.
 */
async function readEvents(body: ReadableStream<Uint8Array>, listener: TransportListener): Promise<number> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let event = "";
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const { done, value } = await reader.read();
    if (done) {
      return CONNECTION_LOST;
    }
    const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const data = /^data: ?(.*)$/.exec(line)?.[1];
      if (data === undefined) {
        event = line === "" ? "" : (/^event: ?(.*)$/.exec(line)?.[1] ?? event);
      } else if (event === "close") {
        return Number(data);
      } else {
        listener.onText(data);
      }
    }
  }
}
