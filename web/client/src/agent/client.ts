import { decodeAgent } from "@chask/wire";
import type { ServerFrame } from "@chask/wire";
import { browserEnvironment } from "../browser";
import type { Connection, WidgetError } from "../contract";
import { createEmitter } from "../emitter";
import { createEngine } from "../engine/engine";
import type { Engine } from "../engine/engine";
import { errorMaker } from "../failure";
import type { Failure } from "../failure";
import { createTimers } from "../engine/timers";
import { createLink } from "../link/link";
import type { Stream } from "../link/stream";
import { createNotifier } from "../notifier";
import { remove, retry } from "../outbox/again";
import { adoptEntries } from "../outbox/adopt";
import { refusalOf } from "../outbox/refusal";
import { caught } from "../promise";
import { nothing } from "../rest";
import { showFrom } from "../thread/change";
import { uuidGenerator } from "../uuid";
import { openTexts } from "../vault/texts";
import { openVault } from "../vault/vault";
import { createActivity } from "./activity";
import type { AgentClient, AgentEvents, AgentOptions, AgentState } from "./api";
import { createChanging } from "./changing";
import { answering } from "./entries";
import type { KeptRow } from "./inbox";
import { createHeld } from "./held";
import type { Held } from "./held";
import { createInboxList, openAndAwake } from "./list";
import { agentRequests, isMessagePage, isTicket, pathOf } from "./rest";
import { createReceipts } from "./receipts";
import { agentStateBuilder } from "./state";
import { createUploads } from "./uploads";
import { createViewers } from "./viewers";
import { createWatching } from "./watching";

/** How long frames of the list are gathered before they are shown: less than an eye sees. */
const listMilliseconds = 40;

/** Agents' tabs do not know of each other; sending what another tab also sends does no harm. */
const inherit = (_tab: string, run: () => Promise<unknown>): void => void caught(run());

/** Creates an agent's client; `start()` begins. */
export function createAgentClient(options: AgentOptions): AgentClient {
  const environment = options.environment ?? browserEnvironment();
  const key = `chask:agent:${options.agentId}`;
  const vault = openVault(environment, openTexts(environment, "local"), true);
  const ask = agentRequests(options, environment);
  const toError = errorMaker(options.describe, options.baseUrl);
  const events = createEmitter<AgentEvents>();
  const tab = uuidGenerator(environment)();
  let connection: Connection = "idle";
  let error: WidgetError | undefined;
  let state: AgentState | undefined;
  /** When the first connection stood, by the server's clock. */
  let connectedSince: Date | undefined;
  const notifier = createNotifier(() => undefined);
  const touch = (): void => {
    state = undefined;
    notifier.touch();
  };
  let calm: (() => void) | undefined;
  /** For the frames of the list, which come by the dozen: drawing for each of them would be all a page does. */
  const touchSoon = (): void => {
    state = undefined;
    calm ??= environment.after(listMilliseconds, () => {
      calm = undefined;
      touch();
    });
  };

  /** An error for the caller, and for the page where the connection does not tell it already. */
  const refused = (failure: Failure): WidgetError => {
    const refusal = toError(failure);
    const told = failure.code !== "SEND_ERROR" && connection !== "online";
    if (!told && failure.reason !== "ABORTED") {
      events.emit("error", refusal);
    }
    return refusal;
  };

  const engine: Engine = createEngine({
    environment,
    own: "agent",
    baseUrl: options.baseUrl,
    tab,
    vault,
    prefix: `${key}:out:`,
    toError,
    // An agent has no window that opens.
    write: (frame) =>
      frame.type === "opened" || stream.write(answering(frame, (id) => engine.outbox.get(id))),
    page: async (conversation, before) =>
      (await ask({ method: "GET", path: `${pathOf(conversation)}/messages?before=${before}` }, isMessagePage))
        .messages,
    listener: {
      onChange: touch,
      onStatus: (change) => events.emit("messageStatus", change),
      onArrived: () => undefined,
      onSent: (entry) => void engine.outbox.claim(entry.id),
      onEntry: () => undefined,
      onTyping: () => undefined,
      onError: (failed) => events.emit("error", failed),
    },
  });
  const { book, outbox, reading } = engine;
  const receipts = createReceipts(environment, (frame) => stream.write(frame));
  const list = createInboxList({
    ask,
    agentId: options.agentId,
    isOpened: (conversation) => watching.isOpened(conversation),
    onChange: touch,
    onFrame: touchSoon,
    onLoaded: (rows) => receipts.add(rows),
    onSpoken: (rows: readonly KeptRow[]) =>
      rows.forEach(({ id, preview }) => events.emit("messageReceived", { conversationId: id, preview })),
    onTold: (rows) => {
      if (connectedSince !== undefined) {
        for (const row of rows) {
          events.emit("conversationTold", { row, since: connectedSince });
        }
      }
    },
    refused,
  });
  const watching = createWatching({
    ask,
    engine,
    baseUrl: options.baseUrl,
    write: (frame) => stream.write(frame),
    refused,
  });
  const viewers = createViewers({
    agentId: options.agentId,
    timers: createTimers(environment),
    write: (frame) => stream.write(frame),
    onChange: touch,
  });
  const changing = createChanging({
    environment,
    ask,
    engine,
    show: showFrom(options.baseUrl),
    refused: toError,
    tab,
    owner: options.agentId,
  });
  const held: Held = createHeld({
    environment,
    vault,
    prefix: `${key}:held:`,
    tab,
    book,
    toError,
    // The thread shows how it goes on.
    send: (entry) => void caught(engine.send(entry)),
    onChange: touch,
  });
  const activity = createActivity({
    environment,
    agentId: options.agentId,
    write: (idleSeconds) => stream.write({ type: "presence", idleSeconds }),
  });
  const build = agentStateBuilder(book, list, watching, { viewers, held, activity });

  const onFrame = (frame: ServerFrame): void => {
    if (frame.type === "welcome") {
      connectedSince ??= new Date(frame.serverTime);
      watching.live();
      receipts.clear();
      viewers.live();
      void caught(list.reload());
    } else if (frame.type === "inbox") {
      list.onFrame(frame);
      receipts.now(frame.conversation, frame.lastSequence);
      watching.onInbox(frame);
    } else if (frame.type === "presence") {
      activity.onFrame(frame);
      touchSoon();
    } else if (frame.type === "typing") {
      watching.know(frame.conversation);
    } else if (frame.type === "viewing") {
      viewers.onFrame(frame);
    }
    engine.onFrame(frame);
  };

  const onConnection = (now: Connection, failure?: Failure): void => {
    connection = now;
    error = now === "online" ? undefined : error;
    touch();
    if (now !== "online") {
      engine.onLost();
    }
    if (now !== "idle") {
      events.emit("connectionChanged", now === "stopped" ? "offline" : now);
    }
    if (now === "stopped" && failure?.code === "AUTH_ERROR") {
      events.emit("signedOut", null);
    }
  };

  const stream: Stream = createLink({
    environment,
    baseUrl: options.baseUrl,
    name: options.name,
    source: {
      credentials: async () => (await ask({ method: "POST", path: "/v1/stream/tickets" }, isTicket)).ticket,
      hello: () => ({ idleSeconds: activity.idleSeconds() }),
      decode: decodeAgent,
      explain: async () => {
        await ask({ method: "GET", path: "/v1/sessions/current" }, nothing);
      },
    },
    listener: {
      onFrame,
      onConnection,
      onFailure: (failure) => {
        error = toError(failure);
        touch();
        events.emit("error", error);
      },
    },
  });

  const unwatchPage = environment.watchPage((change) => {
    if (change === "visible" || change === "focus") {
      reading.seen();
    } else if (change === "freeze") {
      // The page goes: nobody can take anything back any more.
      held.release();
    }
  });

  const begin = async (): Promise<void> => {
    stream.start();
    // Nothing that is to be sent has to be known before the list is shown.
    const listed = caught(list.load(openAndAwake));
    await adoptEntries({
      vault,
      outbox,
      prefix: `${key}:out:`,
      tab,
      owner: options.agentId,
      conversation: "",
      inherit,
    });
    await held.adopt();
    await listed;
  };

  return {
    getState: () => {
      state ??= build(connection, error);
      return state;
    },
    subscribe: notifier.subscribe,
    on: events.on,
    start: () => caught(begin()),
    setFilter: (filter) => caught(list.load(filter)),
    noteWork: list.noteWork,
    noteActivity: activity.note,
    loadMoreInbox: () => caught(list.more()),
    watch: watching.watch,
    loadHistory: engine.loadHistory,
    setVisibleConversation: reading.setVisible,
    setTyping: engine.setTyping,
    setViewing: viewers.view,
    setWriting: viewers.write,
    sendMessage: (draft) => {
      const entry = changing.entryOf(draft);
      held.release(entry.conversation);
      return engine.send(entry, refusalOf(entry));
    },
    holdMessage: (draft, milliseconds) => {
      const entry = changing.entryOf(draft);
      const refusal = refusalOf(entry);
      void (refusal ? caught(engine.send(entry, refusal)) : held.hold(entry, milliseconds));
      return entry.id;
    },
    takeBackMessage: held.takeBack,
    sendHeldMessages: held.release,
    retryMessage: (id) => retry({ engine, tab, environment, toError }, id),
    deleteMessage: (id) => void remove({ engine }, id),
    changeMessage: changing.change,
    uploadFile: createUploads(environment, options, refused),
    stop: () => {
      unwatchPage();
      calm?.();
      activity.stop();
      receipts.clear();
      held.release();
      held.stop();
      viewers.stop();
      stream.stop();
      engine.stop({ code: "CONNECTION_ERROR", reason: "DESTROYED", retryable: true });
    },
  };
}
