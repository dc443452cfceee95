import { encode } from "@chask/wire";
import type { ClientFrame, ServerFrame } from "@chask/wire";
import type { Connection } from "../contract";
import type { Environment } from "../environment";
import { failureOf } from "../failure";
import { failureOfResponse } from "../rest";
import { lossOfClose, lossOfFailure } from "./loss";
import type { Loss } from "./loss";
import { initial, nextDue, step } from "./model";
import type { Effect, Input, Model } from "./model";
import type { Stream, StreamListener, StreamSource } from "./stream";
import { openWebSocket } from "./transport";
import type { OpenTransport, Transport } from "./transport";

export interface LinkOptions {
  readonly environment: Environment;
  readonly baseUrl: string;
  readonly name: string;
  readonly source: StreamSource;
  readonly listener: StreamListener;
}

/** A connection of this tab's own: the model's effects, and the one timer it needs. */
export function createLink(options: LinkOptions): Stream {
  const { environment, source, listener } = options;
  let model: Model = initial;
  let shown: Connection = "idle";
  let transport: Transport | undefined;
  /** Counts connections, so that what an abandoned one still says is not heard. */
  let attempt = 0;
  let unwatch: (() => void) | undefined;
  let cancel: (() => void) | undefined;
  const fallback = fallbackAfterRefusals();

  const put = (input: Input): void => {
    const next = step(model, input, {
      now: environment.now(),
      chance: environment.random(),
      visible: environment.isVisible(),
      online: environment.isOnline(),
    });
    model = next.model;
    next.effects.forEach(run);
    cancel?.();
    const due = nextDue(model);
    cancel =
      due === undefined
        ? undefined
        : environment.after(Math.max(0, due - environment.now()), () => put({ type: "due" }));
    show();
  };

  const show = (): void => {
    const connection = connectionOf(model);
    if (connection !== shown) {
      shown = connection;
      listener.onConnection(
        connection,
        model.link.state === "stopped" ? model.link.failure : model.outage?.failure,
      );
    }
  };

  const run = (effect: Effect): void => {
    switch (effect.do) {
      case "open":
        void open(effect.fresh, ++attempt);
        return;
      case "close":
        attempt++;
        if (transport?.close() === false && effect.hung) {
          void hung();
        }
        transport = undefined;
        return;
      case "ping":
        transport?.send(encode({ type: "ping" }));
        return;
      case "report":
        listener.onFailure(effect.failure);
        return;
      default:
        effect satisfies never;
    }
  };

  const open = async (fresh: boolean, mine: number): Promise<void> => {
    const lost = (loss: Loss): void => {
      if (mine === attempt) {
        transport = undefined;
        put({ type: "lost", loss });
      }
    };
    try {
      const token = await source.credentials(fresh);
      const openTransport = await fallback.way();
      if (mine !== attempt) {
        return;
      }
      transport = openTransport(environment, options.baseUrl, helloOf(options, token), {
        onText: (data) => mine === attempt && hear(data),
        onClose: (code, opened) =>
          opened ? lost(lossOfClose(code, environment.isOnline())) : void refused(code, lost),
        onRefused: (failure) => lost(lossOfFailure(failure)),
        failureOf: (answer) => failureOfResponse(answer, environment.now()),
      });
    } catch (thrown) {
      lost(lossOfFailure(failureOf(thrown)));
    }
  };

  const refused = async (code: number, lost: (loss: Loss) => void): Promise<void> => {
    try {
      await source.explain();
      fallback.refused();
      lost(lossOfClose(code, environment.isOnline()));
    } catch (thrown) {
      lost(lossOfFailure(failureOf(thrown)));
    }
  };

  /** Some proxies neither open a WebSocket nor refuse it. The next attempt does not wait for what HTTP says of it. */
  const hung = async (): Promise<void> => {
    try {
      await source.explain();
      fallback.refused();
    } catch {
      // HTTP does not answer either: that is an outage, and no reason for another way.
    }
  };

  const hear = (data: unknown): void => {
    put({ type: "heard" });
    const decoded = source.decode(data);
    if (decoded.ok) {
      take(decoded.frame);
    }
  };

  const take = (frame: ServerFrame): void => {
    if (frame.type === "ping") {
      write({ ...frame, type: "pong" });
    } else if (frame.type === "welcome") {
      fallback.welcomed();
      put({ type: "welcomed", pingSeconds: frame.pingSeconds });
    } else if (frame.type === "drain") {
      put({ type: "drain", windowMs: frame.windowMs });
    }
    listener.onFrame(frame);
  };

  const write = (frame: ClientFrame): boolean => {
    if (model.link.state !== "live" || !transport) {
      return false;
    }
    transport.send(encode(frame));
    put({ type: "written" });
    return true;
  };

  return {
    start: () => {
      unwatch ??= environment.watchPage((change) => put({ type: "page", change }));
      put({ type: "start" });
    },
    write,
    stop: () => {
      unwatch?.();
      unwatch = undefined;
      put({ type: "stop" });
    },
  };
}

function helloOf({ name, source }: LinkOptions, token: string): string {
  return encode({ type: "hello", v: 1, token, client: name, ...source.hello() });
}

/** What a person is told about the link. */
export function connectionOf({ link, attempt, outage }: Model): Connection {
  switch (link.state) {
    case "idle":
    case "offline":
    case "stopped":
      return link.state;
    case "live":
      return "online";
    case "connecting":
    case "waiting":
      return attempt === 0 && !outage ? "connecting" : "reconnecting";
    default:
      return link satisfies never;
  }
}

interface Fallback {
  readonly way: () => OpenTransport | Promise<OpenTransport>;
  readonly refused: () => void;
  readonly welcomed: () => void;
}

/** A WebSocket, unless it was refused twice while HTTP answered and never once welcomed (PROTOCOL.md §9). */
function fallbackAfterRefusals(): Fallback {
  let refusals = 0;
  return {
    way: () =>
      refusals < 2 ? openWebSocket : import("./sse").then(({ openEventStream }) => openEventStream),
    refused: () => {
      refusals++;
    },
    welcomed: () => {
      refusals = refusals < 2 ? -Infinity : refusals;
    },
  };
}
