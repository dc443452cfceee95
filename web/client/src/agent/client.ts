import { decodeAgent, type ServerFrame } from "@chask/wire";
import { browserEnvironment } from "../browser";
import type { Connection, WidgetError } from "../contract";
import { createEmitter } from "../emitter";
import { createEngine, type Engine } from "../engine/engine";
import { errorMaker, type Failure } from "../failure";
import { createTimers } from "../engine/timers";
import { createLink } from "../link/link";
import type { Stream } from "../link/stream";
import { createNotifier } from "../notifier";
import { remove, retry } from "../outbox/again";
import { refusalOf } from "../outbox/refusal";
import { caught } from "../promise";
import { showFrom } from "../thread/change";
import { uuidGenerator } from "../uuid";
import { openTexts } from "../vault/texts";
import { openVault } from "../vault/vault";
import { createActivity } from "./activity";
import type { AgentClient, AgentEvents, AgentOptions, AgentState } from "./api";
import { createChanging } from "./changing";
import { openAndAwake } from "./concerning";
import { answering } from "./entries";
import { createEntrance } from "./entrance";
import { gathered } from "./gathered";
import type { KeptRow } from "./inbox";
import { createHeld, type Held } from "./held";
import { createHeirs } from "./heirs";
import { createInboxList, listMilliseconds } from "./list";
import { agentRequests } from "./rest";
import { createReceipts } from "./receipts";
import { createRenewing } from "./renewing";
import { agentStateBuilder } from "./state";
import { createTroubles } from "./troubles";
import { createUploads } from "./uploads";
import { createViewers } from "./viewers";
import { createWatching } from "./watching";

/** Creates an agent's client; `start()` begins. */
export function createAgentClient(options: AgentOptions): AgentClient {
  const environment = options.environment ?? browserEnvironment();
  const key = `chask:agent:${options.agentId}`;
  const prefix = `${key}:out:`;
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
  /** For the frames of the list, which come by the dozen: drawing for each of them would be all a page does. */
  const calm = gathered(environment, listMilliseconds, touch);
  const touchSoon = (): void => {
    state = undefined;
    calm.soon();
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

  const troubles = createTroubles({ ask, toError, onChange: touch });
  const engine: Engine = createEngine({
    environment,
    own: "agent",
    baseUrl: options.baseUrl,
    tab,
    vault,
    prefix,
    toError,
    // An agent has no window that opens.
    write: (frame) =>
      frame.type === "opened" || stream.write(answering(frame, (id) => engine.outbox.get(id))),
    page: troubles.page,
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
    environment,
    ask,
    agentId: options.agentId,
    isOpened: (conversation) => watching.isOpened(conversation),
    isWatched: (conversation) => watching.isWatched(conversation),
    onChange: touch,
    onChangeSoon: touchSoon,
    onLoaded: (rows) => receipts.add(rows),
    onSpoken: (rows: readonly KeptRow[]) =>
      rows.forEach(({ id, preview }) => events.emit("messageReceived", { conversationId: id, preview })),
    onTold: (rows) => {
      const since = connectedSince;
      if (since !== undefined) {
        rows.forEach((row) => events.emit("conversationTold", { row, since }));
      }
    },
    refused,
  });
  const watching = createWatching({
    environment,
    ask,
    engine,
    troubles,
    baseUrl: options.baseUrl,
    write: (frame) => stream.write(frame),
    refused,
    onEnd: list.leave,
    onDetails: ({ id, work }) => list.noteWork(id, work),
    row: (conversation) => list.rows().find(({ id }) => id === conversation),
    onChange: touch,
  });
  const viewers = createViewers({
    agentId: options.agentId,
    timers: createTimers(environment),
    write: (frame) => stream.write(frame),
    holds: (conversation) => held.holds(conversation),
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
    onChange: viewers.onHeld,
  });
  const heirs = createHeirs({ environment, vault, outbox, prefix, key, tab, owner: options.agentId });
  const adopt = (): Promise<unknown> => caught(Promise.all([heirs.adopt(), held.adopt()]));
  const activity = createActivity({
    environment,
    agentId: options.agentId,
    write: (idleSeconds) => stream.write({ type: "presence", idleSeconds }),
    onChange: touch,
  });
  const build = agentStateBuilder(book, list, watching, { viewers, held, activity, troubles });

  const onFrame = (frame: ServerFrame): void => {
    if (frame.type === "welcome") {
      connectedSince ??= new Date(frame.serverTime);
      watching.live();
      receipts.clear();
      viewers.live();
      void caught(list.reload());
      void adopt();
    } else if (frame.type === "inbox") {
      list.onFrame(frame);
      receipts.now(frame.conversation, frame.lastSequence);
    } else if (frame.type === "presence") {
      activity.onFrame(frame);
      touchSoon();
    } else if (frame.type === "viewing") {
      viewers.onFrame(frame);
    } else if (frame.type === "typing" && frame.from === "agent") {
      // That a colleague writes is told by `viewing`: it would take the place of the visitor, who writes too.
      return;
    }
    watching.onFrame(frame);
    engine.onFrame(frame);
  };

  const onConnection = (now: Connection, failure?: Failure): void => {
    connection = now;
    error = now === "online" ? undefined : error;
    activity.onConnection(now);
    touch();
    if (now !== "online") {
      engine.onLost();
      list.lost();
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
      ...createEntrance(ask, options.agentId),
      hello: () => ({ idleSeconds: activity.idleSeconds() }),
      decode: decodeAgent,
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
      watching.seen();
      reading.seen();
    } else if (change === "freeze") {
      // The page goes: nobody can take anything back any more.
      held.release();
    }
  });

  const begin = async (): Promise<void> => {
    stream.start();
    // Nothing that is to be sent has to be known before the list is shown.
    const listed = caught(list.load(options.filter ?? openAndAwake));
    await adopt();
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
    noteDetails: watching.noteDetails,
    noteActivity: activity.note,
    loadMoreInbox: () => caught(list.more()),
    watch: watching.watch,
    lastSeen: watching.lastSeen,
    loadHistory: watching.load,
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
    renewFiles: createRenewing({ ask, book, show: showFrom(options.baseUrl), refused: toError }),
    stop: () => {
      unwatchPage();
      calm.stop();
      activity.stop();
      receipts.clear();
      list.lost();
      held.release();
      held.stop();
      heirs.stop();
      viewers.stop();
      watching.stop();
      stream.stop();
      engine.stop({ code: "CONNECTION_ERROR", reason: "DESTROYED", retryable: true });
    },
  };
}
