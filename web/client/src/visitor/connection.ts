import { decode } from "@chask/wire";
import { createLink } from "../link/link";
import type { LinkState } from "../tabs/shared";
import type { Stream, StreamListener } from "../link/stream";
import { caught } from "../promise";
import { nothing } from "../rest";
import { aloneInBrowser } from "../tabs/alone";
import { lifeLock, live } from "../tabs/life";
import type { Tabs } from "../tabs/tabs";
import type { Core } from "./core";
import { helloOf, streamListener } from "./follow";

/** The way to the server, and the other tabs as far as they are known. */
export interface Connection {
  readonly stream: Stream;
  readonly tabs: () => Tabs;
}

/** A connection of this tab's own, which joins the other tabs' after its first welcome. */
export function createConnection(of: () => Core): Connection {
  const listener = streamListener(of);
  let target = listener;
  let state: LinkState = { connection: "idle" };
  let active: Stream | undefined;
  let tabs: Tabs | undefined;
  let wanted = false;
  let joining = false;
  let lives = false;
  const ended = new AbortController();

  const relay: StreamListener = {
    onConnection: (connection, failure) => {
      state = { connection };
      target.onConnection(connection, failure);
    },
    onFrame: (frame) => {
      state = frame.type === "welcome" ? { ...state, welcome: frame } : state;
      target.onFrame(frame);
      if (frame.type === "welcome" && !joining) {
        joining = true;
        void caught(join());
      }
    },
    onFailure: (failure) => target.onFailure(failure),
  };

  const join = async (): Promise<void> => {
    const core = of();
    const locks = locksOf(core);
    if (!locks) {
      return;
    }
    const { adopt, joinTabs } = await import("./company");
    if (!wanted) {
      joining = false;
      return;
    }
    ({ stream: active, tabs } = joinTabs(core, locks, {
      link: link(),
      ended,
      listener,
      redirect,
      state: () => state,
    }));
    await adopt(core);
  };

  const redirect = (to: StreamListener): void => {
    target = to;
  };
  let opened: Stream | undefined;
  const link = (): Stream => (opened ??= openLink(of(), relay));
  /** What is written from now on is this tab's to send, as long as it lives. */
  const begin = ({ key, tab }: Core, locks: LockManager | undefined): void => {
    if (!lives && locks) {
      lives = true;
      live(locks, lifeLock(key, tab), ended.signal);
    }
  };
  return {
    tabs: () => (tabs ??= aloneInBrowser(of().environment, !locksOf(of()), ended)),
    stream: {
      start: () => {
        wanted = true;
        begin(of(), locksOf(of()));
        (active ?? link()).start();
      },
      write: (frame) => (active ?? link()).write(frame),
      stop: () => {
        wanted = false;
        (active ?? link()).stop();
      },
    },
  };
}

/** What tabs that are one visitor take turns by. */
function locksOf({ environment, options }: Core): LockManager | undefined {
  return (options.storage ?? "local") === "local" ? environment.locks : undefined;
}

function openLink({ ask, engine, environment, options, sessions }: Core, listener: StreamListener): Stream {
  const { apiKey, baseUrl, name, organizationId } = options;
  return createLink({
    environment,
    baseUrl,
    name,
    source: {
      credentials: async (fresh) => (await sessions.obtain(fresh)).token,
      decode,
      hello: () => helloOf(engine, sessions.current()),
      explain: async () => {
        const query = new URLSearchParams({ organizationId, apiKey }).toString();
        await ask({ method: "GET", path: `/v1/widget/settings?${query}` }, nothing);
      },
    },
    listener,
  });
}
