import type { ClientFrame, ServerFrame } from "@chask/wire";
import { createTimers } from "../engine/timers";
import type { Environment } from "../environment";
import type { Connection } from "../contract";
import type { Failure } from "../failure";
import type { Stream, StreamListener } from "../link/stream";
import type { HeardTabs, TabMessage } from "./tabs";

export interface SharedOptions {
  readonly environment: Environment;
  readonly locks: LockManager;
  readonly key: string;
  readonly tabs: HeardTabs;
  readonly listener: StreamListener;
  /** A connection of this tab's own. */
  readonly link: (listener: StreamListener) => Stream;
}

const ANSWER_WITHIN = 3_000;
const CHECK_EVERY = 20_000;

/**
 * One connection a browser profile: a Web Lock elects the tab that holds it, the others listen and write through it.
 * A leader that is frozen, or does not get connected, loses its place to a tab that somebody looks at.
 */
export function createSharedStream(options: SharedOptions): Stream {
  const { environment, key, listener, locks, tabs } = options;
  const timers = createTimers(environment);
  let started = false;
  let own: Stream | undefined;
  let resign: (() => void) | undefined;
  let connection: Connection = "idle";
  let welcome: ServerFrame | undefined;
  /** The present candidacy; what became of an earlier one does not matter. */
  let candidacy = new AbortController();

  const tellLink = (failure?: Failure): void =>
    tabs.post({
      kind: "link",
      connection,
      visible: environment.isVisible(),
      ...(failure === undefined ? {} : { failure }),
      ...(welcome === undefined ? {} : { welcome }),
    });

  const leading: StreamListener = {
    onConnection: (now, failure) => {
      connection = now;
      welcome = undefined;
      tellLink(failure);
      listener.onConnection(now, failure);
    },
    onFrame: (frame) => {
      welcome = frame.type === "welcome" ? frame : welcome;
      tabs.post({ kind: "frame", frame });
      listener.onFrame(frame);
    },
    onFailure: (failure) => {
      tabs.post({ kind: "failure", failure });
      listener.onFailure(failure);
    },
  };

  /** Leads until the promise ends: by `resign`, or by a thief of the lock. */
  const lead = (): Promise<void> | undefined => {
    if (!started) {
      return undefined;
    }
    timers.clearAll();
    own = options.link(leading);
    own.start();
    return new Promise((resolve) => {
      resign = resolve;
    });
  };

  const stand = (steal: boolean): void => {
    candidacy.abort();
    const mine = new AbortController();
    candidacy = mine;
    const how = steal ? { steal } : { signal: mine.signal };
    const over = (): void => {
      if (candidacy === mine && started) {
        own?.stop();
        own = undefined;
        stand(false);
        check();
      }
    };
    locks.request(`${key}:leader`, how, lead).then(over, over);
  };

  /** Asks the leader for a sign of life; a visible tab without one takes its place. */
  const check = (): void => {
    if (own === undefined && started) {
      tabs.post({ kind: "who" });
      if (environment.isVisible()) {
        timers.set("answer", ANSWER_WITHIN, () => stand(true));
      }
      timers.set("check", CHECK_EVERY, check);
    }
  };

  const followFrame = (frame: ServerFrame): void => {
    welcome = frame.type === "welcome" ? frame : welcome;
    listener.onFrame(frame);
  };

  const followLink = (link: TabMessage & { kind: "link" }): void => {
    if (link.connection === "online" || link.visible) {
      timers.clear("answer");
    }
    if (link.connection !== connection) {
      connection = link.connection;
      welcome = undefined;
      listener.onConnection(connection, link.failure);
    }
    if (link.welcome !== undefined && welcome === undefined) {
      followFrame(link.welcome);
    }
  };

  tabs.listen((message) => {
    if (own !== undefined) {
      hearAsLeader(message, own, tellLink);
    } else if (started && message.kind === "link") {
      followLink(message);
    } else if (started && message.kind === "frame") {
      followFrame(message.frame);
    } else if (started && message.kind === "failure") {
      listener.onFailure(message.failure);
    }
  });

  return {
    start: () => {
      if (!started) {
        started = true;
        stand(false);
        check();
      } else if (own === undefined) {
        tabs.post({ kind: "start" });
      } else {
        own.start();
      }
    },
    write: (frame: ClientFrame) => {
      if (own !== undefined) {
        return own.write(frame);
      }
      // The leader sees the same messages and acknowledges them itself.
      if (connection === "online" && frame.type !== "ack") {
        tabs.post({ kind: "write", frame });
      }
      return connection === "online";
    },
    stop: () => {
      started = false;
      candidacy.abort();
      timers.clearAll();
      own?.stop();
      own = undefined;
      resign?.();
      connection = "idle";
      welcome = undefined;
    },
  };
}

function hearAsLeader(message: TabMessage, own: Stream, tellLink: () => void): void {
  if (message.kind === "write") {
    own.write(message.frame);
  } else if (message.kind === "who") {
    tellLink();
  } else if (message.kind === "start") {
    own.start();
  }
}
