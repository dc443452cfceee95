import { randomUUID } from "node:crypto";

import { formOf, type TestFile } from "./upload.ts";
import { text } from "./json.ts";
import type { Organization } from "./server.ts";

/** A visitor without a page: a program that says of itself whatever it likes. */
export interface BareVisitor {
  readonly user: (user: unknown) => Promise<void>;
  readonly upload: (file: TestFile) => Promise<string>;
  /** Posts into the visitor's one conversation, and gives its id. */
  readonly post: (content: string, attachments?: readonly string[]) => Promise<string>;
}

/** What a browser would tell of itself and its page. */
export interface Told {
  readonly page?: unknown;
  readonly userAgent?: string;
  readonly locale?: string;
}

export async function bareVisitor(
  baseUrl: string,
  organization: Organization,
  origin: string,
  { page, locale, userAgent = "test" }: Told = {},
): Promise<BareVisitor> {
  const own = { Origin: origin, "User-Agent": userAgent };
  const { apiKey, organizationId } = organization;
  const call = async (method: string, path: string, body: unknown, headers = {}): Promise<unknown> => {
    const form = body instanceof FormData;
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { ...own, ...headers, ...(form ? {} : { "Content-Type": "application/json" }) },
      body: form ? body : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    }
    return answer.json();
  };
  const session = await call("POST", "/v1/widget/session", { apiKey, organizationId, page, locale });
  const token = { Authorization: `Bearer ${text(session, "visitorToken")}` };
  const conversation = randomUUID();
  return {
    user: async (user) => void (await call("PATCH", "/v1/widget/user", user, token)),
    upload: async (file) => text(await call("POST", "/v1/widget/attachments", formOf(file), token), "id"),
    post: async (content, attachments = []) => {
      const files = attachments.length > 0 ? { attachments } : {};
      await call("POST", "/v1/widget/messages", { id: randomUUID(), conversation, content, ...files }, token);
      return conversation;
    },
  };
}
