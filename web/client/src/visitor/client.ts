import { browserEnvironment } from "../browser";
import type { ChatMessage, Draft } from "../contract";
import type { Environment } from "../environment";
import { DESTROYED, Failed, INVALID, failureOf } from "../failure";
import { isDraft, refusalOf } from "../outbox/refusal";
import { caught } from "../promise";
import { nothing } from "../rest";
import type { VisitorClient, VisitorOptions } from "./api";
import { createCore } from "./core";
import type { Core } from "./core";
import { forgetSession } from "./forget";
import { failed } from "./outage";
import { isUser, keepTalked, keptSession } from "./session";

/** Creates a visitor's client; nothing happens before its first method is called. */
export function createVisitorClient(options: VisitorOptions): VisitorClient {
  const environment: Environment = options.environment ?? browserEnvironment();
  const core = createCore(options, environment);
  const { engine, events, store, stream } = core;
  const promised = <T>(run: () => Promise<T>): Promise<T> => caught(telling(core, run));
  const connect = async (): Promise<void> => {
    // Asked again: those who come here after something else may come after the end.
    core.ended.signal.throwIfAborted();
    stream.start();
    await core.sessions.obtain(false);
  };
  /** Goes on without waiting; without a session one cause is told once, however often it is met. */
  const connected = (): Promise<void> => caught(telling(core, connect, true));
  const later = (): Promise<typeof import("./company")> => promised(() => import("./company"));
  // Whatever has changed: it looks itself whether the page is visible and focused.
  const unwatch = environment.watchPage(() => engine.reading.seen());

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    on: events.on,
    connect: connected,
    sendMessage: (draft) => {
      if (core.ended.signal.aborted || !isDraft(draft)) {
        return promised(() => Promise.reject(new Failed(INVALID)));
      }
      void connected();
      return send(core, draft);
    },
    retryMessage: (id) => {
      void connected();
      return caught(later().then(({ retry }) => retry(core, id)));
    },
    deleteMessage: (id) => void caught(later().then(({ giveUp }) => giveUp(core, id))),
    choose: (id = engine.newId()) => store.choose(id),
    ask: core.sessions.ask,
    loadHistory: engine.loadHistory,
    setVisibleConversation: engine.reading.setVisible,
    markAsRead: (id) =>
      (id === undefined ? engine.book.all().map((thread) => thread.id) : [id]).forEach(engine.reading.mark),
    setTyping: engine.setTyping,
    uploadFile: (file, upload = {}) =>
      promised(async () => {
        const { uploading } = await import("./uploading");
        return uploading(core, connect, file, upload);
      }),
    updateUser: (user) =>
      promised(async () => {
        const { update } = await import("./account");
        return update(core, connect, user, isUser, new Failed(INVALID));
      }),
    renew: () => promised(() => core.sessions.obtain(true)),
    logout: () => promised(() => logout(core)),
    destroy: () => {
      events.end();
      store.end();
      core.ended.abort();
      unwatch();
      stream.stop();
      core.tabs().stop();
      core.sessions.forget();
      engine.stop(DESTROYED);
    },
  };
}

/**
 * A refusal becomes an error for the caller, and for the page unless the connection tells it already. `lasting`: it
 * will be met again until it is over, such as having no session.
 */
async function telling<T>(core: Core, run: () => Promise<T>, lasting: boolean = false): Promise<T> {
  const { ended, events, store, toError } = core;
  try {
    if (ended.signal.aborted) {
      throw new Failed(DESTROYED);
    }
    return await run();
  } catch (thrown) {
    const failure = ended.signal.aborted ? DESTROYED : failureOf(thrown);
    const error = toError(failure);
    const online = store.facts().connection === "online";
    // The stream need not meet a refusal as well; if it does, it is told once.
    if (failure.code === "AUTH_ERROR" || (online && lasting)) {
      failed(core, failure);
    } else if (failure.code === "SEND_ERROR" ? failure.reason !== "ABORTED" : online) {
      events.emit("error", error);
    }
    throw error;
  }
}

function send(core: Core, draft: Draft): Promise<ChatMessage> {
  const { engine, marks, store, sessions, named: texts, key, tab, environment } = core;
  const id = engine.newId();
  const { content, attachments = [], conversationId } = draft;
  const undirected = conversationId === undefined && !store.settled();
  if (undirected) {
    core.undirected.add(id);
  }
  const session = sessions.current() ?? keptSession(texts, key);
  const entry = {
    id,
    conversation: conversationId ?? store.current(),
    content,
    attachments,
    since: environment.now(),
    tab,
    // Not even a kept session tells where it goes: other tabs may have got further.
    owner: undirected ? "" : (session?.visitor ?? ""),
  };
  // A conversation that begins here has no past: whatever comes in it is news.
  void marks.advance(entry.conversation, 0);
  keepTalked(texts, key);
  return engine.send(entry, refusalOf(entry));
}

/** Here first, so that nothing stays even if the server cannot be told; and not loaded late, for the same reason. */
async function logout(core: Core): Promise<void> {
  const { ask, key, sessions, tabs, named: texts, vault } = core;
  const token = (sessions.current() ?? keptSession(texts, key))?.token;
  forgetSession(core);
  tabs().post({ kind: "logout" });
  texts.set(key, undefined);
  await vault.clear(`${key}:`);
  if (token !== undefined) {
    const headers = { authorization: `Bearer ${token}` };
    await ask({ method: "POST", path: "/v1/widget/logout", headers }, nothing);
  }
}
