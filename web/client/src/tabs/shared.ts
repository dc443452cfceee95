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
  /** This tab's own connection, which runs already. */
  readonly link: Stream;
  /** How it stands with that connection, and the greeting it was given. */
  readonly state: () => LinkState;
  /** Hands what that connection tells to somebody else from now on. */
  readonly redirect: (listener: StreamListener) => void;
}

/** How a connection stands. */
export interface LinkState {
  readonly connection: Connection;
  readonly welcome?: ServerFrame;
}

const ANSWER_WITHIN = 3_000;
const CHECK_EVERY = 20_000;

const NOBODY: StreamListener = {
  onFrame: () => undefined,
  onConnection: () => undefined,
  onFailure: () => undefined,
};

/**
 * One connection a browser profile: a Web Lock elects the tab that holds it, the others listen and write through it.
 * Each tab begins with its own and gives it up once a leader proves to be connected. A leader that is frozen, or does
 * not get connected, loses its place to a tab that somebody looks at.
 */
export function createSharedStream(options: SharedOptions): Stream {
  const { environment, key, link, listener, locks, redirect, tabs } = options;
  const timers = createTimers(environment);
  let started = true;
  let role: "alone" | "leader" | "follower" = "alone";
  let resign: (() => void) | undefined;
  let { connection, welcome } = options.state();
  /** The present candidacy; what became of an earlier one does not matter. */
  let candidacy = new AbortController();

  const tellLink = (failure?: Failure): void =>
    tabs.post({
      kind: "link",
      connection,
      visible: environment.isVisible(),
      ...(failure && { failure }),
      ...(welcome && { welcome }),
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
    redirect(leading);
    if (role === "alone") {
      ({ connection, welcome } = options.state());
      tellLink();
    } else {
      link.start();
    }
    role = "leader";
    return new Promise((resolve) => {
      resign = resolve;
    });
  };

  const follow = (): void => {
    role = "follower";
    redirect(NOBODY);
    link.stop();
  };

  const stand = (steal: boolean): void => {
    candidacy.abort();
    const mine = new AbortController();
    candidacy = mine;
    const how = steal ? { steal } : { signal: mine.signal };
    const over = (): void => {
      if (candidacy === mine && started) {
        follow();
        stand(false);
        check();
      }
    };
    locks.request(`${key}/1:leader`, how, lead).then(over, over);
  };

  /** Asks the leader for a sign of life; a visible tab without one takes its place. */
  const check = (): void => {
    if (role !== "leader" && started) {
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

  const followLink = (led: TabMessage & { kind: "link" }): void => {
    if (led.connection === "online" || led.visible) {
      timers.clear("answer");
    }
    if (role === "alone") {
      if (led.connection !== "online") {
        return;
      }
      ({ connection } = options.state());
      welcome = undefined;
      follow();
    }
    if (led.connection !== connection) {
      connection = led.connection;
      welcome = undefined;
      listener.onConnection(connection, led.failure);
    }
    if (led.welcome !== undefined && welcome === undefined) {
      followFrame(led.welcome);
    }
  };

  tabs.listen((message) => {
    if (role === "leader") {
      hearAsLeader(message, link, tellLink);
    } else if (started && message.kind === "link") {
      followLink(message);
    } else if (started && role === "follower" && message.kind === "frame") {
      followFrame(message.frame);
    } else if (started && role === "follower" && message.kind === "failure") {
      listener.onFailure(message.failure);
    }
  });

  stand(false);
  check();
  return {
    start: () => {
      if (!started) {
        started = true;
        stand(false);
        check();
      } else if (role === "follower") {
        tabs.post({ kind: "start" });
      } else {
        link.start();
      }
    },
    write: (frame: ClientFrame) => {
      if (role !== "follower") {
        return link.write(frame);
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
      follow();
      resign?.();
      connection = "idle";
      welcome = undefined;
    },
  };
}

function hearAsLeader(message: TabMessage, link: Stream, tellLink: () => void): void {
  if (message.kind === "write") {
    link.write(message.frame);
  } else if (message.kind === "who") {
    tellLink();
  } else if (message.kind === "start") {
    link.start();
  }
}
