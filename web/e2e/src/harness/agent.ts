import { formOf, type TestFile } from "./upload.ts";
import { list, number, text } from "./json.ts";
import type { Organization } from "./server.ts";

/** An agent who works by the HTTP API. */
export interface Agent {
  readonly token: string;
  readonly conversations: () => Promise<readonly unknown[]>;
  readonly messages: (conversation: string) => Promise<readonly unknown[]>;
  readonly reply: (
    conversation: string,
    content: string,
    attachments?: readonly string[],
  ) => Promise<unknown>;
  readonly upload: (file: TestFile) => Promise<unknown>;
  readonly get: (path: string) => Promise<unknown>;
}

export async function signIn(
  baseUrl: string,
  organization: Pick<Organization, "email" | "password">,
): Promise<Agent> {
  const session = await json(baseUrl, "/v1/sessions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: organization.email, password: organization.password }),
  });
  const token = text(session, "token");
  const Authorization = `Bearer ${token}`;
  const headers = { Authorization, "Content-Type": "application/json" };
  const get = (path: string): Promise<unknown> => json(baseUrl, path, { headers });
  const post = (path: string, body: unknown): Promise<unknown> =>
    json(baseUrl, path, { method: "POST", headers, body: JSON.stringify(body) });
  return {
    token,
    get,
    conversations: async () => list(await get("/v1/conversations?status=open"), "conversations"),
    messages: async (conversation) =>
      list(await get(`/v1/conversations/${conversation}/messages?after=0`), "messages"),
    reply: (conversation, content, attachments = []) =>
      post(`/v1/conversations/${conversation}/messages`, {
        content,
        ...(attachments.length > 0 ? { attachments } : {}),
      }),
    upload: (file) =>
      json(baseUrl, "/v1/attachments", { method: "POST", headers: { Authorization }, body: formOf(file) }),
  };
}

/** The only conversation of the organization, once it exists. */
export async function onlyConversation(
  agent: Agent,
): Promise<{ readonly id: string; readonly lastSequence: number }> {
  const found = await agent.conversations();
  if (found.length !== 1) {
    throw new Error(`expected one conversation, found ${found.length}`);
  }
  return { id: text(found[0], "id"), lastSequence: number(found[0], "lastSequence") };
}

async function json(baseUrl: string, path: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(baseUrl + path, init);
  const body = await answer.text();
  if (!answer.ok) {
    throw new Error(`${init.method ?? "GET"} ${path} answered ${answer.status}: ${body}`);
  }
  return body === "" ? null : JSON.parse(body);
}
