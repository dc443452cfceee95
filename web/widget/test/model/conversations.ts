import { randomUUID } from "node:crypto";

export const epoch = "018f3c5e-eeee-7aaa-8bbb-000000000001";

export interface StoredMessage {
  readonly id: string;
  readonly conversation: string;
  readonly sequence: number;
  readonly content: string;
  readonly sender: "user" | "agent" | "system";
  readonly author?: { readonly id: string; readonly name: string; readonly kind: "human" };
  readonly timestamp: string;
  readonly attachments: readonly object[];
}

interface Thread {
  readonly messages: StoredMessage[];
  delivered: number;
  read: number;
  ownRead: number;
}

const agent = { id: "018f3c5e-2222-7aaa-8bbb-000000000002", name: "Lucía Herrera", kind: "human" } as const;

/** The rules of wire/PROTOCOL.md for one visitor, without a database. */
export class Conversations {
  readonly #threads = new Map<string, Thread>();
  readonly #uploads = new Map<string, object>();
  readonly #tell: (frame: object) => void;
  /** Answers the next `send` with this error. */
  refuseNext: { readonly code: string; readonly reason: string; readonly retryable: boolean } | undefined;
  /** Frames of the visitor, in order. */
  readonly frames: Readonly<Record<string, unknown>>[] = [];

  constructor(tell: (frame: object) => void) {
    this.#tell = tell;
  }

  /** Puts a message there as if it had been written long ago. */
  add(conversation: string, message: Partial<StoredMessage> & { readonly content: string }): StoredMessage {
    const thread = this.#thread(conversation);
    const stored: StoredMessage = {
      id: randomUUID(),
      conversation,
      sequence: thread.messages.length + 1,
      sender: "agent",
      timestamp: new Date().toISOString(),
      attachments: [],
      ...(message.sender ? {} : { author: agent }),
      ...message,
    };
    thread.messages.push(stored);
    return stored;
  }

  /** An agent writes now. */
  reply(conversation: string, content: string): StoredMessage {
    const message = this.add(conversation, { content });
    const { conversation: _, ...rest } = message;
    this.#tell({ type: "message", conversation, sequence: message.sequence, message: rest });
    return message;
  }

  typing(conversation: string, active: boolean): void {
    this.#tell({ type: "typing", conversation, active, from: "agent", name: agent.name });
  }

  presence(available: boolean): void {
    this.#tell({ type: "presence", available });
  }

  /** How far the team has come. */
  mark(conversation: string, delivered: number, read: number): void {
    const thread = this.#thread(conversation);
    Object.assign(thread, { delivered, read });
    this.#tell({ type: "receipt", conversation, delivered, read, ownRead: thread.ownRead });
  }

  /** The conversation of the last message, whichever it is. */
  get newest(): string {
    return [...this.#threads.keys()].at(-1) ?? "";
  }

  messages(conversation: string): readonly StoredMessage[] {
    return this.#thread(conversation).messages;
  }

  list(): { readonly conversations: readonly object[] } {
    const conversations = [...this.#threads].map(([id, { messages, delivered, read, ownRead }]) => ({
      id,
      status: "open",
      lastSequence: messages.length,
      delivered,
      read,
      ownRead,
      unread: messages.filter(({ sender, sequence }) => sender !== "user" && sequence > ownRead).length,
      ...(messages.length > 0 && { lastMessage: this.#listed(id, messages.length) }),
    }));
    return { conversations: conversations.toReversed() };
  }

  page(id: string, before: number): object {
    const { messages } = this.#thread(id);
    const found = messages.filter(({ sequence }) => sequence < before).slice(-50);
    return {
      messages: found.map(({ sequence }) => this.#listed(id, sequence)),
      lastSequence: messages.length,
    };
  }

  upload(body: string, baseUrl: string): object {
    const id = randomUUID();
    const name = /filename="([^"]+)"/u.exec(body)?.[1] ?? "file";
    const mimeType = /Content-Type: (\S+)/u.exec(body.slice(body.indexOf("filename")))?.[1] ?? "text/plain";
    const inline = mimeType.startsWith("image/");
    const file = { id, name, mimeType, size: body.length, url: `${baseUrl}/test/picture.svg`, inline };
    this.#uploads.set(id, file);
    return file;
  }

  /** Answers a frame of the visitor. */
  take(value: unknown): readonly object[] {
    const frame: Readonly<Record<string, unknown>> = typeof value === "object" && value ? { ...value } : {};
    this.frames.push(frame);
    switch (frame["type"]) {
      case "hello":
        return [this.#welcome()];
      case "send":
        return [this.#store(frame)];
      case "read":
        this.#thread(String(frame["conversation"])).ownRead = Number(frame["sequence"]);
        return [];
      case "ping":
        return [{ type: "pong" }];
      default:
        return [];
    }
  }

  #welcome(): object {
    return {
      type: "welcome",
      session: randomUUID(),
      epoch,
      pingSeconds: 25,
      serverTime: new Date().toISOString(),
      limits: { contentCodePoints: 10_000, frameBytes: 65_536, attachments: 10 },
      conversations: [...this.#threads].map(([id, { messages }]) => ({ id, lastSequence: messages.length })),
    };
  }

  #store(frame: Readonly<Record<string, unknown>>): object {
    const { refuseNext } = this;
    const [id, conversation] = [String(frame["id"]), String(frame["conversation"])];
    if (refuseNext) {
      this.refuseNext = undefined;
      return { type: "error", ref: id, message: "refused", ...refuseNext };
    }
    const ids = Array.isArray(frame["attachments"]) ? frame["attachments"].map(String) : [];
    const attachments = ids.flatMap((one) => this.#uploads.get(one) ?? []);
    const { sequence, timestamp } = this.add(conversation, {
      id,
      sender: "user",
      content: String(frame["content"]),
      attachments,
    });
    return { type: "sent", id, conversation, sequence, timestamp, duplicate: false };
  }

  #listed(id: string, sequence: number): object {
    const { messages, delivered, read } = this.#thread(id);
    const status = read >= sequence ? "read" : delivered >= sequence ? "delivered" : "sent";
    return { ...messages[sequence - 1], status };
  }

  #thread(id: string): Thread {
    const found = this.#threads.get(id) ?? { messages: [], delivered: 0, read: 0, ownRead: 0 };
    this.#threads.set(id, found);
    return found;
  }
}
