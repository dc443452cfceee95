import { listOf, message, shape } from "@chask/wire";
import { createEmitter } from "../emitter";
import type { Emitter } from "../emitter";
import { createEngine } from "../engine/engine";
import type { Engine } from "../engine/engine";
import type { Environment } from "../environment";
import { errorMaker } from "../failure";
import type { ToError } from "../failure";
import type { Stream } from "../link/stream";
import { restClient } from "../rest";
import type { Ask } from "../rest";
import type { Tabs } from "../tabs/tabs";
import { uuidGenerator } from "../uuid";
import { openTexts } from "../vault/texts";
import type { Texts } from "../vault/texts";
import { openVault } from "../vault/vault";
import type { Vault } from "../vault/vault";
import { createAnnouncer } from "./announcer";
import type { VisitorEvents, VisitorOptions } from "./api";
import { createConnection } from "./connection";
import { sessionKey } from "./key";
import { receivedMarks } from "./marks";
import type { ReceivedMarks } from "./marks";
import { keptSession } from "./session";
import { createSessions } from "./sessions";
import type { Sessions } from "./sessions";
import { createStore } from "./store";
import type { Store } from "./store";
import { shareEntry, shareSent } from "./share";
import { takeSession } from "./take-session";

/** The parts of a visitor's client, joined. */
export interface Core {
  readonly environment: Environment;
  readonly options: VisitorOptions;
  readonly key: string;
  readonly tab: string;
  readonly named: Texts;
  readonly vault: Vault;
  readonly marks: ReceivedMarks;
  readonly toError: ToError;
  readonly events: Emitter<VisitorEvents>;
  readonly engine: Engine;
  readonly sessions: Sessions;
  /** Requests in nobody's name. */
  readonly ask: Ask;
  readonly stream: Stream;
  readonly tabs: () => Tabs;
  readonly store: Store;
  /** Ids of messages written before the conversations were known. */
  readonly undirected: Set<string>;
  /** Aborted when the client is destroyed. */
  readonly ended: AbortController;
}

const isPage = shape({ messages: listOf(message) });

export function createCore(options: VisitorOptions, environment: Environment): Core {
  const { apiKey, organizationId, baseUrl } = options;
  const keeping = options.storage ?? "local";
  const key = sessionKey(organizationId, apiKey);
  const texts = openTexts(environment, keeping);
  const vault = openVault(environment, texts, keeping === "local");
  const newId = uuidGenerator(environment);
  const tab = newId();
  const toError = errorMaker(options.describe, baseUrl);
  const events = createEmitter<VisitorEvents>();
  const marks = receivedMarks(vault, key);
  const ended = new AbortController();
  const ask = restClient(environment, baseUrl, { ended: ended.signal });

  const announcer = createAnnouncer({
    events,
    marks,
    tab,
    turn: () => tabs().turn(),
    claim: (entry) => engine.outbox.claim(entry.id),
  });

  const engine = createEngine({
    environment,
    own: "user",
    baseUrl,
    tab,
    vault,
    prefix: `${key}:out:`,
    toError,
    write: (frame) => stream.write(frame),
    page: async (conversation, before) =>
      (
        await sessions.ask(
          { method: "GET", path: `/v1/widget/conversations/${conversation}/messages?before=${before}` },
          isPage,
        )
      ).messages,
    listener: {
      onChange: () => store.touch(),
      onStatus: (change) => events.emit("messageStatus", change),
      onArrived: announcer.onArrived,
      onSent: (entry, placed) => {
        shareSent(core, entry, placed);
        announcer.onSent(entry, placed);
      },
      onEntry: (entry) => shareEntry(core, entry),
      onTyping: ({ id, typing }, active) =>
        events.emit("typing", {
          conversationId: id,
          from: "agent",
          active,
          ...(typing?.name && { name: typing.name }),
        }),
      onError: (error) => events.emit("error", error),
    },
  });
  const store = createStore(engine.book, events, () => keptSession(texts, key)?.first, newId, options.reopen);

  const sessions = createSessions(
    { environment, named: texts, vault, key, ask, newId, first: store.first, visitor: options },
    (session) => takeSession(core, session),
  );

  const { stream, tabs } = createConnection(() => core);

  const core: Core = {
    environment,
    options,
    key,
    tab,
    named: texts,
    vault,
    marks,
    toError,
    events,
    engine,
    sessions,
    ask,
    stream,
    store,
    tabs,
    undirected: new Set(),
    ended,
  };
  return core;
}
