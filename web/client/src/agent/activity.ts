import type { Presence } from "@chask/wire";
import type { Environment } from "../environment";
import type { Connection } from "../contract";
import type { AgentPresence } from "./api";

/** wire/PROTOCOL.md §4.5. */
const paceMilliseconds = 15_000;

/** A cut of the line as short as this changes nothing that is shown. */
const patienceMilliseconds = 2000;

/** When a person did something in this page last, told to the server; and who is there, as the server tells it. */
export interface Activity {
  /** A person did something now. */
  readonly note: () => void;
  /** How long ago the last doing is. */
  readonly idleSeconds: () => number;
  readonly onFrame: (frame: Presence) => void;
  /** Without one nobody is known to be there, and oneself is not. */
  readonly onConnection: (now: Connection) => void;
  /** By agent; whoever is absent is offline. A new map with each change. */
  readonly present: () => ReadonlyMap<string, AgentPresence>;
  readonly stop: () => void;
}

export interface ActivityOptions {
  readonly environment: Pick<Environment, "now" | "after">;
  /** Who is active here. */
  readonly agentId: string;
  /** False when there is no connection: the next `hello` tells. */
  readonly write: (idleSeconds: number) => void;
  readonly onChange: () => void;
}

export function createActivity({ environment, agentId, write, onChange }: ActivityOptions): Activity {
  let active = environment.now();
  let told = active;
  let cancel: (() => void) | undefined;
  let present: ReadonlyMap<string, AgentPresence> = new Map();
  let leaving: (() => void) | undefined;

  const idleSeconds = (): number => Math.max(0, Math.floor((environment.now() - active) / 1000));
  const tell = (): void => {
    cancel?.();
    cancel = undefined;
    told = environment.now();
    write(idleSeconds());
  };

  // What each has chosen holds all the same.
  const leave = (): void => {
    present = new Map([...present].map(([id, { choice }]) => [id, { state: "offline", choice }]));
    onChange();
  };
  const calm = (): void => {
    leaving?.();
    leaving = undefined;
  };

  return {
    note: () => {
      const before = active;
      active = environment.now();
      const away = present.get(agentId)?.state === "away";
      if (active - told >= paceMilliseconds || (away && active - before >= 1000)) {
        tell();
      } else {
        cancel ??= environment.after(told + paceMilliseconds - active, tell);
      }
    },
    idleSeconds,
    onConnection: (now) => {
      if (now === "reconnecting" || now === "connecting") {
        leaving ??= environment.after(patienceMilliseconds, leave);
        return;
      }
      calm();
      if (now !== "online") {
        leave();
      }
    },
    onFrame: ({ agents = [] }) => {
      present = new Map(agents.map(({ id, state, choice }) => [id, { state, choice }]));
    },
    present: () => present,
    stop: () => {
      cancel?.();
      calm();
    },
  };
}
