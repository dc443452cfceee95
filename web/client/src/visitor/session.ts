import { flag, listOf, parse, record, shape, text } from "@chask/wire";
import type { Guard } from "@chask/wire";
import type { UserConfig } from "../contract";
import type { Environment } from "../environment";
import { Failed, failureOf, ofConnection } from "../failure";
import type { Ask, Request } from "../rest";
import { isListed } from "../thread/listed";
import type { ListedConversation } from "../thread/listed";
import type { Texts } from "../vault/texts";
import type { Vault } from "../vault/vault";
import type { VisitorOptions } from "./api";

/** What a browser keeps of a session. */
export interface Kept {
  readonly token: string;
  readonly visitor: string;
  readonly epoch: string;
  /** Id of the first conversation, made with the session so that two tabs open the same one. */
  readonly first: string;
  /** Something has been written: at the next page load the session goes on by itself. */
  readonly talked?: boolean;
  /** The anonymous visitor whose conversations are this one's since he was identified. */
  readonly former?: string | undefined;
}

/** A session that has begun or gone on. */
export interface Session extends Kept {
  readonly user: UserConfig;
  readonly conversations: readonly ListedConversation[];
  /** The visitor is another one than this browser had kept. */
  readonly changed: boolean;
  readonly epochChanged: boolean;
}

/** The visitor's data as the server tells it. */
export const isUser: Guard<UserConfig & { readonly visitorId: string }> = shape(
  { visitorId: text },
  {
    id: text,
    name: text,
    email: text,
    phone: text,
    avatarUrl: text,
    company: shape({}, { id: text, name: text }),
    locale: text,
    createdAt: text,
    verified: flag,
    attributes: (value): value is Readonly<Record<string, string | number | boolean | null>> => record(value),
  },
);

const isKept: Guard<Kept> = shape(
  { token: text, visitor: text, epoch: text, first: text },
  { talked: flag, former: text },
);
/** What the server says of a session. */
export type Answer = Pick<Session, "conversations" | "epoch"> & {
  readonly visitorToken: string;
  readonly visitor: UserConfig & { readonly visitorId: string };
  readonly formerVisitor?: string;
};

const isAnswer: Guard<Answer> = shape(
  {
    visitorToken: text,
    visitor: isUser,
    conversations: listOf(isListed),
    epoch: text,
  },
  { formerVisitor: text },
);

export interface SessionOptions {
  readonly environment: Environment;
  readonly named: Texts;
  readonly vault: Vault;
  readonly key: string;
  readonly ask: Ask;
  readonly newId: () => string;
  /** The id for a first conversation, should none be kept. */
  readonly first: () => string;
  readonly visitor: Pick<
    VisitorOptions,
    "apiKey" | "organizationId" | "locale" | "page" | "prove" | "storage"
  >;
}

/** What this browser has kept, if it can be read. */
export function keptSession(texts: Texts, key: string): Kept | undefined {
  const kept = parse(texts.get(key) ?? "");
  return isKept(kept) ? kept : undefined;
}

/** Notes that the kept session has something to go on with. */
export function keepTalked(texts: Texts, key: string): void {
  const kept = keptSession(texts, key);
  if (kept && !kept.talked) {
    texts.set(key, JSON.stringify({ ...kept, talked: true }));
  }
}

/**
 * Begins a session or goes on with the kept one. Tabs take turns, and each looks into storage again when it is its
 * turn, so that two tabs get one visitor and one first conversation. Rejects with `Failed`.
 */
export function sessionOpener(options: SessionOptions): () => Promise<Session> {
  const { environment, key, named: texts, vault } = options;
  // The same for every attempt: a lost answer costs nothing (PROTOCOL.md §2).
  let request = options.newId();
  const open = async (): Promise<Session> => {
    // The vault first: a text written by another tab a moment ago may not be visible here yet.
    const stored = await vault.update(`${key}:kept`, (old) => old);
    const before = isKept(stored) ? stored : keptSession(texts, key);
    const post = (userToken?: string): Promise<Answer> =>
      asked(options, requestOf(options, { request, visitorToken: before?.token, userToken }));
    const answer = await (options.visitor.prove?.(post) ?? post());
    request = options.newId();
    const { visitorId, ...user } = answer.visitor;
    const { formerVisitor: former = before?.former } = answer;
    const same = before && [visitorId, former].includes(before.visitor) ? before : undefined;
    const first = same?.first ?? options.first();
    const kept: Kept = {
      token: answer.visitorToken,
      visitor: visitorId,
      epoch: answer.epoch,
      first,
      ...(same && { former }),
    };
    // Without Web Locks another tab may have kept a visitor meanwhile: it was first, so it is that one.
    const overtaken = (now: unknown): boolean => isKept(now) && now.visitor !== before?.visitor;
    if (overtaken(await vault.update(`${key}:kept`, (now) => (overtaken(now) ? now : kept)))) {
      return open();
    }
    const now = keptSession(texts, key);
    const talked = answer.conversations.length > 0 || (now?.visitor === visitorId && now.talked === true);
    texts.set(key, JSON.stringify({ ...kept, ...(talked && { talked }) }));
    return {
      ...kept,
      user,
      conversations: answer.conversations,
      changed: !!before && !same,
      epochChanged: !!same && same.epoch !== answer.epoch,
    };
  };
  const shared = options.visitor.storage === undefined || options.visitor.storage === "local";
  return async () =>
    environment.locks === undefined || !shared ? open() : environment.locks.request(`${key}:session`, open);
}

/** No session is no message's trouble, whatever code the answer has. */
async function asked({ ask }: SessionOptions, request: Request): Promise<Answer> {
  try {
    return await ask(request, isAnswer);
  } catch (thrown) {
    throw new Failed(ofConnection(failureOf(thrown)));
  }
}

/** What tells who asks, and that it is the same attempt. */
interface Asker {
  readonly request: string;
  readonly visitorToken: string | undefined;
  readonly userToken: string | undefined;
}

function requestOf({ visitor }: SessionOptions, asker: Asker): Request {
  const { apiKey, organizationId, locale } = visitor;
  const page = visitor.page?.();
  return {
    method: "POST",
    path: "/v1/widget/session",
    body: {
      apiKey,
      organizationId,
      ...asker,
      locale,
      page: page && {
        url: page.url.slice(0, 2_048),
        title: page.title.slice(0, 300),
        referrer: page.referrer?.slice(0, 2_048),
      },
    },
  };
}
