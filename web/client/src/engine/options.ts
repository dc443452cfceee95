import type { ClientFrame, WireMessage } from "@chask/wire";
import type { WidgetError } from "../contract";
import type { Environment } from "../environment";
import type { ToError } from "../failure";
import type { Entry } from "../outbox/entry";
import type { Placed, Thread } from "../thread/thread";
import type { Vault } from "../vault/vault";
import type { StatusChange } from "./book";

export interface EngineOptions {
  readonly environment: Environment;
  /** The side this client speaks for. */
  readonly own: "user" | "agent";
  readonly baseUrl: string;
  readonly tab: string;
  readonly vault: Vault;
  /** Beginning of the outbox's keys in the vault. */
  readonly prefix: string;
  readonly toError: ToError;
  readonly listener: EngineListener;
  /** False: no connection now. */
  readonly write: (frame: ClientFrame) => boolean;
  /** The messages right before that sequence, by REST; rejects with `Failed`. */
  readonly page: (conversation: string, before: number) => Promise<readonly WireMessage[]>;
}

export interface EngineListener {
  /** Something to show has changed. */
  readonly onChange: () => void;
  readonly onStatus: (change: StatusChange) => void;
  /** These have just joined the gapless part. */
  readonly onArrived: (thread: Thread, arrived: readonly Placed[]) => void;
  /** A message of one's own is committed; its entry has left the outbox. */
  readonly onSent: (entry: Entry, placed: Placed) => void;
  /** An entry of this tab is new, or has changed. */
  readonly onEntry: (entry: Entry) => void;
  readonly onTyping: (thread: Thread, active: boolean) => void;
  readonly onError: (error: WidgetError) => void;
}
