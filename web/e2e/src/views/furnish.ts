import { list, text } from "../harness/json.ts";
import type { Organization } from "../harness/server.ts";
import { totp } from "../harness/totp.ts";
import { bareVisitor } from "../harness/visitor.ts";
import { stories, type Story } from "./stories.ts";

/** What views of a console in use need besides its visitors: names, tags, replies, a colleague, something unfinished. */
export interface Furnished {
  /** Of a well-known visitor, with tags, notes and an answer. */
  readonly conversation: string;
  /** The same of every story that was told, by its language. */
  readonly conversations: ReadonlyMap<string, string>;
  /** The hash of an invitation that nobody has used. */
  readonly invitation: string;
  /** The colleague signs in with a second factor. */
  readonly colleague: { readonly email: string; readonly password: string };
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

function caller(baseUrl: string, token?: string): Call {
  return async (method, path, body) => {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const got = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${got}`);
    }
    return got === "" ? null : JSON.parse(got);
  };
}

async function signIn(baseUrl: string, email: string, password: string): Promise<Call> {
  return caller(baseUrl, text(await caller(baseUrl)("POST", "/v1/sessions", { email, password }), "token"));
}

async function invited(agent: Call, email: string): Promise<string> {
  const made = await agent("POST", "/v1/invitations", { email, role: "agent", locale: "en" });
  return new URL(text(made, "link"), "http://here").hash;
}

/** Somebody who has joined by an invitation and set up a second factor. */
async function join(baseUrl: string, owner: Call, organization: string): Promise<Furnished["colleague"]> {
  const colleague = { email: `bruno-${organization}@example.com`, password: "a pass phrase of Bruno's" };
  const token = (await invited(owner, colleague.email)).split("/").at(-1);
  const { password } = colleague;
  await caller(baseUrl)("POST", "/v1/invitations/accept", { token, name: "Bruno Quispe", password });
  const own = await signIn(baseUrl, colleague.email, password);
  const secret = text(await own("POST", "/v1/account/totp"), "secret");
  await own("POST", "/v1/account/totp/confirm", { code: totp(secret, 0) });
  return colleague;
}

const replies = [
  {
    name: "Shipping times",
    texts: {
      en: "Hello {{visitor.firstName|there}}, parcels arrive within three working days.",
      es: "Hola {{visitor.firstName|qué tal}}, los paquetes llegan en tres días hábiles.",
      "pt-BR": "Olá {{visitor.firstName|tudo bem}}, os pacotes chegam em três dias úteis.",
    },
  },
  { name: "Returns", texts: { en: "You can send anything back within 30 days, free of charge." } },
];

/** Where the visitors say they are. */
const shop = "https://northwind.example";

const userAgent =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** What it takes to tell a story to an organization. */
interface Stage {
  readonly baseUrl: string;
  readonly organization: Organization;
  /** Of the pages. */
  readonly origin: string;
  readonly owner: Call;
  readonly colleague: string;
}

/** Gives the conversation it happens in. */
async function tell(
  story: Story,
  { baseUrl, organization, origin, owner, colleague }: Stage,
): Promise<string> {
  const page = { url: `${shop}${story.page.path}`, title: story.page.title, referrer: `${shop}/` };
  const told = { page, userAgent, locale: story.locale };
  const visitor = await bareVisitor(baseUrl, organization, origin, told);
  await visitor.user(story.user);
  let id = "";
  for (const [place, content] of story.said.entries()) {
    // oxlint-disable no-await-in-loop -- in turn
    if (place % 2 === 0) {
      id = await visitor.post(content);
    } else {
      await owner("POST", `/v1/conversations/${id}/messages`, { content });
    }
    // oxlint-enable no-await-in-loop
  }
  const work = (method: string, part: string, body: unknown): Promise<unknown> =>
    owner(method, `/v1/conversations/${id}/${part}`, body);
  await work("PATCH", "tags", { add: story.tags });
  await work("PUT", "assignee", { agent: organization.agentId });
  await work("POST", "notes", { content: story.note, mentions: [colleague] });
  await visitor.post(story.last);
  return id;
}

/** Works only on an organization that was not furnished before. */
export async function furnish(
  baseUrl: string,
  organization: Organization,
  origin: string,
  told: readonly Story[] = [stories[0]],
): Promise<Furnished> {
  const owner = await signIn(baseUrl, organization.email, organization.password);
  await owner("PATCH", "/v1/account", { name: "Ana Núñez" });
  const colleague = await join(baseUrl, owner, organization.organizationId);
  const agents = list(await owner("GET", "/v1/colleagues"), "colleagues").map((agent) => text(agent, "id"));
  const [other = ""] = agents.filter((id) => id !== organization.agentId);
  await Promise.all(replies.map((reply) => owner("POST", "/v1/replies", reply)));
  await owner("POST", "/v1/teams", { name: "Orders", members: agents });
  const stage = { baseUrl, organization, origin, owner, colleague: other };
  const conversations = new Map<string, string>();
  for (const story of told) {
    // oxlint-disable-next-line no-await-in-loop -- the last one told stands first in the list
    conversations.set(story.locale, await tell(story, stage));
  }
  const invitation = await invited(owner, `ines-${organization.organizationId}@example.com`);
  const conversation = conversations.get("en") ?? "";
  return { conversation, conversations, invitation, colleague };
}
