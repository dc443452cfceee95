import { decodeClient, encode } from "@chask/wire";
import type { ClientFrame, Hello, ServerFrame, WireMessage } from "@chask/wire";
import type { Clock } from "./clock";
import type { Network } from "./browser";
import { EventStreams } from "./events";
import { Model } from "./model";
import { answerRequest, refusedHello, tokenOf, type Problem } from "./routes";
import { FakeSocket } from "./socket";

/** What happens to one frame on its way. */
export type Fate = "pass" | "drop" | "twice" | "late" | "cut";

interface Session {
  readonly socket: FakeSocket;
  readonly side: "user" | "agent";
  readonly visitor: string;
  readonly watched: Set<string>;
}

/** Sees each frame when it is written and, if it does, when it arrives. */
export type Witness = (what: "written" | "arrived", frame: ClientFrame | ServerFrame, by: object) => void;

/** Something that went over the wire, for a test to look at. */
export interface Logged {
  readonly to: "server" | "client";
  readonly frame: ClientFrame | ServerFrame;
}

/** A server in memory that keeps the rules of PROTOCOL.md, on a network whose faults a test chooses. */
export class TestServer implements Network {
  readonly model: Model;
  readonly log: Logged[] = [];
  readonly requests: { readonly method: string; readonly path: string; readonly body: string }[] = [];
  readonly tokens: Map<string, string> = new Map();
  readonly revoked: Set<string> = new Set();
  readonly clock: Clock;
  /** Answers nothing while false: sockets fail to open, requests reject. */
  reachable: boolean = true;
  /** Sockets fail to open while HTTP answers, as behind some proxies. */
  blocksSockets: boolean = false;
  /** Sockets get no answer at all, as behind some others. */
  ignoresSockets: boolean = false;
  /** A problem that every request of a path gets instead of its answer. */
  readonly problems: Map<string, Problem> = new Map();
  /** A refusal for the next `send` frames of this content. */
  readonly refusals: Map<string, ServerFrame & { type: "error" }> = new Map();
  readonly idle: number[] = [];
  /** The agent whose cookie browsers hold. */
  signedIn: string = "agent";
  fate: (to: Logged["to"], frame: ClientFrame | ServerFrame) => Fate = () => "pass";
  delay: () => number = () => 5;
  witness: Witness = () => undefined;
  readonly #sessions = new Set<Session>();
  readonly #events = new EventStreams((socket, text) => this.#travel("server", socket, text));

  constructor(clock: Clock) {
    this.clock = clock;
    this.model = new Model(clock);
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(url);
    const body = typeof init.body === "string" ? init.body : "";
    this.requests.push({ method: init.method ?? "GET", path: pathname, body });
    await this.#pause();
    init.signal?.throwIfAborted();
    if (!this.reachable) {
      throw new TypeError("Failed to fetch");
    }
    const problem = this.problems.get(pathname) ?? refusedHello(this, pathname, body);
    if (pathname === "/v1/stream/sse" && problem === undefined) {
      return this.#events.open(body, init.signal);
    }
    if (pathname === "/v1/stream/frames" && problem === undefined) {
      return this.#events.frames(new Headers(init.headers).get("chask-stream") ?? "", body);
    }
    const answer =
      problem === undefined
        ? answerRequest(this, {
            method: init.method ?? "GET",
            path: pathname,
            query: new URLSearchParams(search),
            body,
            token: tokenOf(init),
          })
        : { status: problem.status, body: { type: "/", title: "", ...problem } };
    await this.#pause();
    init.signal?.throwIfAborted();
    const { status, body: told } = answer;
    return new Response(told === undefined ? null : JSON.stringify(told), { status });
  }

  open(): FakeSocket {
    const socket = new FakeSocket();
    if (this.ignoresSockets) {
      return socket;
    }
    this.clock.after(this.delay(), () => {
      if (!this.reachable || this.blocksSockets) {
        socket.break(1006);
      } else {
        socket.onText = (text) => this.#travel("server", socket, text);
        socket.accept();
      }
    });
    return socket;
  }

  /** Closes every connection with this code. */
  closeAll(code: number): void {
    for (const { socket } of this.#sessions) {
      socket.break(code);
    }
  }

  connections(): number {
    return this.#sessions.size;
  }

  /** An agent writes; everybody who may see it gets it. */
  agentSays(conversation: string, content: string, id: string = crypto.randomUUID()): void {
    const row = this.model.rows.get(conversation);
    const answer = this.model.post({ id, conversation, content, sender: "agent" }, row?.visitor ?? "");
    this.#announceMessage(conversation, answer.kind === "stored" ? answer.message : undefined);
  }

  /** An agent edits a message, or with null deletes it; everybody who may see it gets the entry. */
  agentChanges(conversation: string, target: string, content: string | null): void {
    this.#announceMessage(conversation, this.model.change(conversation, target, content));
  }

  #announceMessage(conversation: string, message: WireMessage | undefined, except?: Session): void {
    if (message !== undefined) {
      const { sequence } = message;
      this.#announce(conversation, { type: "message", conversation, sequence, message }, except);
    }
  }

  tell(frame: ServerFrame): void {
    this.#sessions.forEach((session) => this.#send(session, frame));
  }

  /** Where the visitor's conversations stand now, as both sides' receipts. */
  agentMarks(conversation: string, sequence: number, read: boolean): void {
    this.model.mark(conversation, "agent", read, sequence);
    this.#receipts(conversation);
  }

  #travel(to: Logged["to"], socket: FakeSocket, text: string): void {
    const frame: ClientFrame | ServerFrame = JSON.parse(text);
    const fate = this.fate(to, frame);
    this.witness("written", frame, socket);
    if (fate === "drop") {
      return;
    }
    const arrive = (): void => {
      this.log.push({ to, frame });
      this.witness("arrived", frame, socket);
      if (to === "client") {
        socket.deliver(text);
      } else if (socket.isOpen) {
        this.#receive(socket, text);
      }
    };
    const wait = this.delay() * (fate === "late" ? 20 : 1);
    this.clock.after(wait, arrive);
    if (fate === "twice") {
      this.clock.after(wait, arrive);
    }
    if (fate === "cut") {
      this.clock.after(wait, () => socket.break(1006));
    }
  }

  #receive(socket: FakeSocket, text: string): void {
    const decoded = decodeClient(text);
    const session = [...this.#sessions].find((each) => each.socket === socket);
    if (!decoded.ok) {
      socket.break(4000);
    } else if (decoded.frame.type === "hello") {
      this.#welcome(socket, decoded.frame);
    } else if (session !== undefined) {
      this.#take(session, decoded.frame);
    }
  }

  #welcome(socket: FakeSocket, { token, resume }: Hello): void {
    const agent = token.startsWith("ticket");
    const visitor = agent ? "" : this.tokens.get(token);
    if (visitor === undefined || this.revoked.has(token)) {
      socket.break(4004);
      return;
    }
    const session: Session = { socket, side: agent ? "agent" : "user", visitor, watched: new Set() };
    this.#sessions.add(session);
    socket.onGone = () => this.#sessions.delete(session);
    const rows = agent ? [] : this.model.of(visitor);
    this.#send(session, {
      type: "welcome",
      session: crypto.randomUUID(),
      epoch: this.model.epoch,
      pingSeconds: 25,
      serverTime: new Date(this.clock.now()).toISOString(),
      limits: { contentCodePoints: 10_000, frameBytes: 65_536, attachments: 10 },
      conversations: rows.map(({ id, messages }) => ({ id, lastSequence: messages.length })),
    });
    if (resume !== undefined) {
      for (const { id, messages } of rows) {
        const cursor = resume.cursors[id] ?? 0;
        if (cursor !== messages.length || resume.epoch !== this.model.epoch) {
          this.#replay(session, id, cursor, resume.epoch);
        }
      }
    }
  }

  #take(session: Session, frame: ClientFrame): void {
    switch (frame.type) {
      case "send":
        return this.#post(session, frame);
      case "ack":
      case "read":
        this.model.mark(frame.conversation, session.side, frame.type === "read", frame.sequence);
        return this.#receipts(frame.conversation);
      case "watch":
        session.watched.add(frame.conversation);
        return this.#replay(session, frame.conversation, frame.after, this.model.epoch);
      case "catchup":
        return this.#replay(session, frame.conversation, frame.after, this.model.epoch);
      case "unwatch":
        return void session.watched.delete(frame.conversation);
      case "ping":
        return this.#send(session, { ...frame, type: "pong" });
      case "typing":
        return this.#announce(frame.conversation, { ...frame, from: session.side }, session);
      case "presence":
        return void this.idle.push(frame.idleSeconds);
      case "hello":
      case "opened":
      case "viewing":
      case "pong":
        return;
      default:
        return frame satisfies never;
    }
  }

  #post(session: Session, frame: ClientFrame & { type: "send" }): void {
    const { id, conversation, content, replyTo } = frame;
    const refusal = this.refusals.get(content);
    if (refusal !== undefined) {
      return this.#send(session, { ...refusal, ref: id });
    }
    const visitor =
      session.side === "user" ? session.visitor : (this.model.rows.get(conversation)?.visitor ?? "");
    const answer = this.model.post({ id, conversation, content, replyTo, sender: session.side }, visitor);
    this.#send(session, this.model.answer(frame, answer));
    this.#announceMessage(conversation, answer.kind === "stored" ? answer.message : undefined, session);
  }

  #replay(session: Session, conversation: string, after: number, epoch: string): void {
    const visitor = session.side === "user" ? session.visitor : undefined;
    this.model.replay(conversation, { after, epoch, visitor }).forEach((frame) => this.#send(session, frame));
  }

  #announce(conversation: string, frame: ServerFrame, except?: Session): void {
    const row = this.model.rows.get(conversation);
    for (const session of this.#sessions) {
      if (this.#sees(session, conversation) && session !== except) {
        this.#send(session, frame);
      }
      if (row !== undefined && session.side === "agent" && frame.type === "message") {
        this.#send(session, this.model.inbox(row));
      }
    }
  }

  #sees(session: Session, conversation: string): boolean {
    return session.side === "user"
      ? session.visitor === this.model.rows.get(conversation)?.visitor
      : session.watched.has(conversation);
  }

  #receipts(conversation: string): void {
    const row = this.model.rows.get(conversation);
    for (const session of this.#sessions) {
      if (row !== undefined && this.#sees(session, conversation)) {
        this.#send(session, this.model.receipt(row, session.side));
      }
    }
  }

  #send(session: Session, frame: ServerFrame): void {
    this.#travel("client", session.socket, encode(frame));
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => void this.clock.after(this.delay(), resolve));
  }
}
