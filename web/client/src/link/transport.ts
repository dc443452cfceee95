import type { Environment } from "../environment";
import type { Failure } from "../failure";

/** One connection's life, whatever carries it. */
export interface Transport {
  send(text: string): void;
  /** Ends it without a call of the listener. Gives whether it had been open. */
  close(): boolean;
}

/** Hears one end, either `onClose` or `onRefused`, and none after `close`. */
export interface TransportListener {
  onText(data: unknown): void;
  /** `opened`: it had been open before. */
  onClose(code: number, opened: boolean): void;
  /** The server answered, and said why it opens nothing. */
  onRefused(failure: Failure): void;
  /** Reads a refusal. A question, so that a way which is loaded late shares no code with what is there already. */
  failureOf(answer: Response): Promise<Failure>;
}

/** Opens a connection and writes the first frame on it. */
export type OpenTransport = (
  environment: Environment,
  url: string,
  hello: string,
  listener: TransportListener,
) => Transport;

/** The ordinary way: a WebSocket at `/v1/stream`. */
export const openWebSocket: OpenTransport = (environment, url, hello, listener) => {
  const socket = environment.openSocket(`${url.replace(/^http/, "ws")}/v1/stream`, "chask.v1");
  let opened = false;
  let over = false;
  socket.addEventListener("open", () => {
    opened = true;
    socket.send(hello);
  });
  socket.addEventListener("message", (event) => listener.onText(event.data));
  socket.addEventListener("close", (event) => {
    if (!over) {
      over = true;
      listener.onClose(event.code, opened);
    }
  });
  return {
    send: (text) => socket.send(text),
    close: () => {
      over = true;
      socket.close(1000);
      return opened;
    },
  };
};
