import { count, flag, oneOf, parse, shape, text } from "@chask/wire";
import type { Guard } from "@chask/wire";
import type { Environment } from "./environment";
import { Failed, unreachable } from "./failure";
import type { Failure } from "./failure";

/** A request to the server's HTTP contract. */
export interface Request {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Asks, and gives the answer if it is a `T`; rejects with `Failed`. */
export type Ask = <T>(request: Request, guard: Guard<T>) => Promise<T>;

const REQUEST_WITHIN = 20_000;

const problem = shape(
  {
    code: oneOf("CONNECTION_ERROR", "AUTH_ERROR", "SEND_ERROR", "NETWORK_ERROR"),
    reason: text,
    retryable: flag,
  },
  { retryAfterMs: count },
);

/** For an answer without content. */
export const nothing: Guard<unknown> = (value): value is unknown => value === value;

/** Requests over `fetch`, which carry cookies only when `cookies` says so. */
export function restClient(environment: Environment, baseUrl: string, cookies: boolean = false): Ask {
  return async (request, guard) => {
    const answer = await send(environment, baseUrl, request, cookies);
    if (!answer.ok) {
      throw new Failed(failureOfAnswer(answer.status, answer.body));
    }
    const value = answer.body === "" ? null : parse(answer.body);
    if (!guard(value)) {
      throw new Failed({ code: "CONNECTION_ERROR", reason: "BAD_ANSWER", retryable: true });
    }
    return value;
  };
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: string;
}

async function send(
  environment: Environment,
  baseUrl: string,
  { method, path, headers, body }: Request,
  cookies: boolean,
): Promise<Answer> {
  const ended = new AbortController();
  const cancel = environment.after(REQUEST_WITHIN, () => ended.abort());
  try {
    const answer = await environment.fetch(baseUrl + path, {
      method,
      headers: body === undefined ? { ...headers } : { ...headers, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: cookies ? "same-origin" : "omit",
      signal: ended.signal,
    });
    return { ok: answer.ok, status: answer.status, body: await answer.text() };
  } catch {
    throw new Failed(unreachable(environment.isOnline()));
  } finally {
    cancel();
  }
}

/** The code stands in the answer; the status decides only without one (a proxy's page). */
export function failureOfAnswer(status: number, body: string): Failure {
  const told = parse(body);
  if (problem(told)) {
    const { code, reason, retryable, retryAfterMs } = told;
    return { code, reason, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (status === 401 || status === 403) {
    return { code: "AUTH_ERROR", reason: "REFUSED", retryable: false };
  }
  const gone = status >= 500 || status === 429;
  return gone
    ? { code: "CONNECTION_ERROR", reason: "UNAVAILABLE", retryable: true }
    : { code: "SEND_ERROR", reason: "REFUSED", retryable: false };
}
