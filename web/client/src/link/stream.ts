import type { ClientFrame, Decoded, Hello, ServerFrame } from "@chask/wire";
import type { Connection } from "../contract";
import type { Failure } from "../failure";

/**
 * A way to the server, as one tab sees it: its own connection, or one that a leading tab shares. Nothing that must not
 * be lost relies on it: `write` promises nothing, answers tell.
 */
export interface Stream {
  /** Connects and stays connected. Idempotent; after a stop by the server it tries anew. */
  readonly start: () => void;
  /** False when there is no connection now; `live` tells when there is one. */
  readonly write: (frame: ClientFrame) => boolean;
  /** Asks for new credentials and connects again. */
  readonly stop: () => void;
}

/** What a stream tells its tab. */
export interface StreamListener {
  /** Every readable frame, `welcome` first on each new connection. */
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onConnection: (connection: Connection, failure?: Failure) => void;
  /** Once for one cause. */
  readonly onFailure: (failure: Failure) => void;
}

/** What a connection needs to open. */
export interface StreamSource {
  /** The token for `hello`; `fresh`: the last one was refused. Rejects with `Failed`. */
  readonly credentials: (fresh: boolean) => Promise<string>;
  /** What `hello` tells besides: what this tab holds, so that it is resumed; how long nobody has done anything. */
  readonly hello: () => Pick<Hello, "resume" | "idleSeconds">;
  /** Why a connection was refused, asked over HTTP; undefined: HTTP sees no reason. Rejects when HTTP fails too. */
  readonly explain: () => Promise<void>;
  /** Reads the frames of whoever it is: an agent gets more than a visitor. Never throws. */
  readonly decode: (json: unknown) => Decoded<ServerFrame>;
}
