// Loaded late by the client; here ahead, so that it is there within one turn of the virtual clock.
import "../../src/visitor/company";
import "../../src/link/sse";
import "../../src/vault/both";
import "../../src/visitor/account";
import { createVisitorClient } from "../../src/index";
import type { ChatMessage, VisitorClient, VisitorOptions, VisitorState, WidgetError } from "../../src/index";
import { fakeProfile, openTab } from "./browser";
import type { Profile, Tab } from "./browser";
import { fakeClock } from "./clock";
import type { Clock } from "./clock";
import { TestServer } from "./server";

/** A visitor's client in a tab of its own, and everything it tells. */
export interface Visitor {
  readonly client: VisitorClient;
  readonly tab: Tab;
  /** The names of all events but `messageStatus`, `connectionChanged` and `unreadCountChanged`, in their order. */
  readonly told: string[];
  readonly sent: ChatMessage[];
  readonly received: ChatMessage[];
  /** As `previous>status` of each change. */
  readonly statuses: string[];
  readonly errors: WidgetError[];
  readonly connections: string[];
  readonly unread: number[];
  /** Whether the other side is typing, at each change. */
  readonly typing: boolean[];
  readonly state: () => VisitorState;
  /** Contents of the newest conversation, in the order shown. */
  readonly contents: () => readonly string[];
}

export interface World {
  readonly clock: Clock;
  readonly server: TestServer;
  readonly profile: Profile;
  readonly open: (options?: Partial<VisitorOptions>, tab?: { seed?: number; insecure?: boolean }) => Visitor;
}

/** A database answers in tasks of its own: so many may be needed before the virtual time goes on. */
const DATABASE_TURNS = 20;

const NAMED = [
  "messageSent",
  "messageReceived",
  "conversationStarted",
  "attachmentUploaded",
  "error",
  "userUpdated",
] as const;

/** One server and one browser profile, in which tabs are opened; it keeps values in a database if there is one. */
export function world(database?: IDBFactory): World {
  const clock = fakeClock(database === undefined ? 1 : DATABASE_TURNS);
  const server = new TestServer(clock);
  const profile = fakeProfile(database);
  let seed = 0;
  return {
    clock,
    server,
    profile,
    open: (options = {}, tab = {}) =>
      visitorIn(openTab({ clock, network: server, profile, seed: ++seed, ...tab }), options),
  };
}

function visitorIn(tab: Tab, options: Partial<VisitorOptions>): Visitor {
  const client = createVisitorClient({
    apiKey: "key",
    organizationId: "organization",
    baseUrl: "https://chat.example.com",
    name: "widget/0.1.0",
    describe: (code, reason) => `${code} ${reason}`,
    environment: tab.environment,
    ...options,
  });
  const visitor: Visitor = {
    client,
    tab,
    told: [],
    sent: [],
    received: [],
    statuses: [],
    errors: [],
    connections: [],
    unread: [],
    typing: [],
    state: client.getState,
    contents: () => client.getState().conversations[0]?.messages.map(({ content }) => content) ?? [],
  };
  NAMED.forEach((event) => client.on(event, () => visitor.told.push(event)));
  client.on("messageSent", (message) => visitor.sent.push(message));
  client.on("messageReceived", (message) => visitor.received.push(message));
  client.on("messageStatus", ({ previous, status }) => visitor.statuses.push(`${previous}>${status}`));
  client.on("error", (error) => visitor.errors.push(error));
  client.on("connectionChanged", (connection) => visitor.connections.push(connection));
  client.on("unreadCountChanged", (count) => visitor.unread.push(count));
  client.on("typing", ({ active }) => visitor.typing.push(active));
  return visitor;
}
