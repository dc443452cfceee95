import { browserEnvironment } from "../browser";
import type { Attachment, ChatMessage, Draft, UploadOptions, UserChanges, UserConfig } from "../contract";
import type { Environment } from "../environment";
import { Failed, failureOf } from "../failure";
import { refusalOf } from "../outbox/refusal";
import { caught } from "../promise";
import { nothing } from "../rest";
import type { VisitorClient, VisitorOptions } from "./api";
import { createCore } from "./core";
import type { Core } from "./core";
import { forgetSession } from "./forget";
import { isUser, keepTalked, keptSession } from "./session";
import { patchOf } from "./user";

/** Creates a visitor's client; nothing happens before its first method is called. */
export function createVisitorClient(options: VisitorOptions): VisitorClient {
  const environment: Environment = options.environment ?? browserEnvironment();
  const core = createCore(options, environment);
  const { engine, events, store, stream } = core;
  const promised = <T>(run: () => Promise<T>): Promise<T> => caught(telling(core, run));
  const connect = async (): Promise<void> => {
    stream.start();
    await core.sessions.obtain(false);
  };
  const unwatch = environment.watchPage((change) => {
    if (change === "visible" || change === "focus") {
      engine.reading.seen();
    }
  });

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    on: events.on,
    connect: () => promised(connect),
    hasKeptSession: () => keptSession(core.texts, core.key)?.talked === true,
    sendMessage: (draft) => {
      void promised(connect);
      return send(core, draft);
    },
    retryMessage: (id) => {
      void promised(connect);
      return engine.retry(id);
    },
    deleteMessage: (id) => {
      if (engine.remove(id)) {
        core.tabs().post({ kind: "gone", id });
      }
    },
    newConversation: () => {
      const id = engine.newId();
      store.choose(id);
      return id;
    },
    loadHistory: engine.loadHistory,
    setVisibleConversation: engine.reading.setVisible,
    markAsRead: (id) =>
      (id === undefined ? engine.book.all().map((thread) => thread.id) : [id]).forEach(engine.reading.mark),
    setTyping: engine.setTyping,
    uploadFile: (file, upload = {}) =>
      promised(async () => {
        const reason = await options.refuseFile?.(file);
        if (reason !== undefined) {
          throw new Failed({ code: "SEND_ERROR", reason, retryable: false });
        }
        await connect();
        return uploading(core, file, upload);
      }),
    updateUser: (user) =>
      promised(async () => {
        await connect();
        return update(core, user);
      }),
    logout: () => promised(() => logout(core)),
    destroy: () => {
      unwatch();
      stream.stop();
      core.tabs().stop();
      core.sessions.forget();
      engine.stop({ code: "CONNECTION_ERROR", reason: "DESTROYED", retryable: false });
    },
  };
}

/** A refusal becomes an error for the caller, and for the page unless the connection tells it already. */
async function telling<T>({ events, store, toError }: Core, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    const failure = failureOf(thrown);
    const error = toError(failure);
    const told = failure.code !== "SEND_ERROR" && store.facts().connection !== "online";
    if (!told && failure.reason !== "ABORTED") {
      events.emit("error", error);
    }
    throw error;
  }
}

function send(core: Core, draft: Draft): Promise<ChatMessage> {
  const { engine, marks, store, sessions, texts, key, tab, environment } = core;
  const id = engine.newId();
  const { content, attachments = [], conversationId } = draft;
  const undirected = conversationId === undefined && !store.facts().loaded;
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

async function uploading(core: Core, file: File, upload: UploadOptions): Promise<Attachment> {
  const { environment, events, options, sessions } = core;
  const { token } = await sessions.obtain(false);
  const { uploadFile } = await import("../upload/upload");
  const stored = await uploadFile(environment, {
    url: `${options.baseUrl}/v1/widget/attachments`,
    baseUrl: options.baseUrl,
    headers: { authorization: `Bearer ${token}` },
    file,
    options: {
      ...upload,
      onProgress: (loaded, total) => {
        upload.onProgress?.(loaded, total);
        events.emit("uploadProgress", { name: file.name, loaded, total });
      },
    },
  });
  events.emit("attachmentUploaded", { fileType: stored.mimeType, fileSize: stored.size });
  return stored;
}

async function update({ events, sessions, store }: Core, change: UserChanges): Promise<UserConfig> {
  const { visitorId: _, ...user } = await sessions.ask(
    { method: "PATCH", path: "/v1/widget/user", body: patchOf(change) },
    isUser,
  );
  store.change({ user });
  events.emit("userUpdated", user);
  return user;
}

/** Here first, so that nothing stays even if the server cannot be told. */
async function logout(core: Core): Promise<void> {
  const { ask, key, sessions, tabs, texts, vault } = core;
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
