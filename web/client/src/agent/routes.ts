import { count, flag, oneOf, shape, text } from "@chask/wire";
import type { Guard } from "@chask/wire";
import { browserEnvironment } from "../browser";
import { errorMaker, failureOf } from "../failure";
import { caught } from "../promise";
import { nothing } from "../rest";
import type { Agent, AgentApi, AgentApiOptions, MessagePolicy, Role } from "./api";
import { deskRequests } from "./desk";
import type { Promised } from "./desk";
import { agentRequests, detailsOf, isConversation, pathOf } from "./rest";

const role: Guard<Role> = oneOf("owner", "admin", "agent");

const isAgent: Guard<Agent> = shape(
  { id: text, organizationId: text, organizationName: text, name: text, email: text, role },
  { avatarUrl: text, secondFactorRequired: flag },
);
const isMessagePolicy: Guard<MessagePolicy> = shape({ changeMinutes: count });
const isSession: Guard<{ readonly agent: Agent }> = shape({ agent: isAgent });

/** The agents' routes over `fetch`. */
export function createAgentApi(options: AgentApiOptions): AgentApi {
  const environment = options.environment ?? browserEnvironment();
  const ask = agentRequests(options, environment);
  const toError = errorMaker(options.describe, options.baseUrl);
  const promised: Promised = (run) =>
    caught(
      run.catch((thrown: unknown): never => {
        throw toError(failureOf(thrown));
      }),
    );
  return {
    signIn: (email, password, code) => {
      const cookie = options.credentials.kind === "cookie";
      const body = { email, password, cookie, ...(code !== undefined && { code }) };
      return promised(
        ask({ method: "POST", path: "/v1/sessions", body }, isSession).then(({ agent }) => agent),
      );
    },
    currentAgent: () =>
      promised(ask({ method: "GET", path: "/v1/sessions/current" }, isSession).then(({ agent }) => agent)),
    signOut: () =>
      promised(ask({ method: "DELETE", path: "/v1/sessions/current" }, nothing).then(() => undefined)),
    getConversation: (id) =>
      promised(ask({ method: "GET", path: pathOf(id) }, isConversation).then(detailsOf)),
    setBlocked: (id, blocked) =>
      promised(
        ask(
          { method: blocked ? "PUT" : "DELETE", path: `/v1/visitors/${encodeURIComponent(id)}/block` },
          nothing,
        ).then(() => undefined),
      ),
    messagePolicy: () => promised(ask({ method: "GET", path: "/v1/settings/messages" }, isMessagePolicy)),
    setStatus: (id, status, seen) =>
      promised(
        ask({ method: "PATCH", path: pathOf(id), body: { status, seen } }, isConversation).then(detailsOf),
      ),
    ...deskRequests(ask, promised),
  };
}
