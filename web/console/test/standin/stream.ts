import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { decodeClient, type ClientFrame, type ServerFrame } from "@chask/wire";
import { WebSocketServer, type WebSocket } from "ws";
import type { StandInConversation, World } from "./world.ts";

const epoch = "6b1d0c1e-5c1f-4f5b-9d59-0f3c8a5f1e77";

/// The agent's stream of PROTOCOL.md, as far as the console can notice it.
export class StandInStream {
  /// Every frame that came, in order.
  readonly received: ClientFrame[] = [];
  /// False: sockets are refused.
  accepting = true;
  private readonly sockets = new Set<WebSocket>();
  private readonly watched = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private readonly world: World;
  private readonly tickets: Set<string>;

  constructor(server: Server, world: World, tickets: Set<string>) {
    this.world = world;
    this.tickets = tickets;
    const sockets = new WebSocketServer({ noServer: true });
    server.on("upgrade", (request, socket, head) => {
      if (this.accepting) {
        sockets.handleUpgrade(request, socket, head, (opened) => this.open(opened));
      } else {
        socket.destroy();
      }
    });
    world.changed = (conversation) => this.tell(world.inbox(conversation));
  }

  tell(frame: ServerFrame): void {
    for (const socket of this.sockets) {
      socket.send(JSON.stringify(frame));
    }
  }

  /// A message came into the conversation: the watched thread gets it whole, the list its row.
  announce(conversation: StandInConversation): void {
    const message = conversation.messages.at(-1);
    if (message !== undefined && this.watched.has(conversation.id)) {
      const { sequence } = message;
      this.tell({ type: "message", conversation: conversation.id, sequence, message });
    }
    this.tell(this.world.inbox(conversation));
  }

  cut(code: number): void {
    for (const socket of this.sockets) {
      socket.close(code);
    }
  }

  /// The first frame that the test is satisfied with; waits for it.
  async frame(wanted: (frame: ClientFrame) => boolean): Promise<ClientFrame> {
    for (;;) {
      const found = this.received.find(wanted);
      if (found !== undefined) {
        return found;
      }
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  private open(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("message", (data) => {
      const decoded = decodeClient(Buffer.isBuffer(data) ? data.toString() : "");
      if (decoded.ok) {
        this.take(socket, decoded.frame);
      }
    });
  }

  private take(socket: WebSocket, frame: ClientFrame): void {
    this.received.push(frame);
    this.waiting.forEach((resolve) => resolve());
    this.waiting.clear();
    const say = (said: ServerFrame): void => socket.send(JSON.stringify(said));
    switch (frame.type) {
      case "hello":
        return this.welcome(socket, frame.token);
      case "ping":
        return say({ type: "pong", ...(frame.t === undefined ? {} : { t: frame.t }) });
      case "watch":
        this.watched.add(frame.conversation);
        return this.sync(say, frame.conversation, frame.after);
      case "catchup":
        return this.sync(say, frame.conversation, frame.after);
      case "send":
        return this.store(say, frame);
      case "read":
        return this.markRead(frame.conversation, frame.sequence);
      case "unwatch":
        this.watched.delete(frame.conversation);
        return undefined;
      case "ack":
      case "typing":
      case "opened":
      case "viewing":
      case "presence":
      case "pong":
        return undefined;
      default:
        throw new Error(JSON.stringify(frame satisfies never));
    }
  }

  private welcome(socket: WebSocket, ticket: string): void {
    if (!this.tickets.delete(ticket)) {
      socket.close(4004);
      return;
    }
    const limits = { contentCodePoints: 10_000, frameBytes: 65_536, attachments: 10 };
    const times = { pingSeconds: 25, serverTime: new Date().toISOString() };
    const session = randomUUID();
    const welcome: ServerFrame = { type: "welcome", session, epoch, ...times, limits, conversations: [] };
    socket.send(JSON.stringify(welcome));
  }

  private sync(say: (frame: ServerFrame) => void, conversation: string, after: number): void {
    const all = this.world.conversations.get(conversation)?.messages ?? [];
    const messages = all.filter(({ sequence }) => sequence > after);
    const parts = { messages, toSequence: all.length, recovered: true, more: false };
    say({ type: "sync", conversation, ...parts });
  }

  private store(say: (frame: ServerFrame) => void, frame: Extract<ClientFrame, { type: "send" }>): void {
    const answer = this.world.take(frame);
    say(answer);
    const conversation = this.world.conversations.get(frame.conversation);
    if (answer.type === "sent" && conversation !== undefined) {
      this.tell(this.world.inbox(conversation));
    }
  }

  private markRead(id: string, sequence: number): void {
    const conversation = this.world.conversations.get(id);
    if (conversation !== undefined) {
      conversation.ownRead = Math.max(conversation.ownRead, sequence);
      this.tell(this.world.receipt(conversation));
      this.tell(this.world.inbox(conversation));
    }
  }
}
