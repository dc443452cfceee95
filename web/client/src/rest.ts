import { count, errorCode, flag, parse, shape, text } from "@chask/wire";
import type { Guard } from "@chask/wire";
import type { Environment } from "./environment";
import { DESTROYED, Failed, INVALID, failing, unreachable } from "./failure";
import type { Failure } from "./failure";

/** A request to the server's HTTP contract. */
export interface Request {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
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
    code: errorCode,
    reason: text,
    retryable: flag,
  },
  { retryAfterMs: count },
);

/** For an answer without content. */
export const nothing: Guard<unknown> = (value): value is unknown => value === value;

export interface RestOptions {
  /** Whether requests carry them; they do not otherwise. */
  readonly cookies?: boolean;
  /** Calls off what is under way, and refuses what comes later. */
  readonly ended?: AbortSignal;
}

/** Requests over `fetch`. */
export function restClient(environment: Environment, baseUrl: string, options: RestOptions = {}): Ask {
  return async (request, guard) => {
    const answer = await send(environment, baseUrl, request, options);
    if (!answer.ok) {
      throw new Failed(failureOfAnswer(answer, environment.now()));
    }
    const value = answer.body === "" ? null : parse(answer.body);
    if (!guard(value)) {
      throw new Failed(failing("CONNECTION_ERROR", "BAD_ANSWER", true));
    }
    return value;
  };
}

/** What an answer says, read whole. */
interface Answer {
  readonly status: number;
  readonly body: string;
  /** The header `Retry-After`. */
  readonly retryAfter: string | null;
}

async function send(
  environment: Environment,
  baseUrl: string,
  { method, path, headers, body }: Request,
  { cookies = false, ended: end }: RestOptions,
): Promise<Answer & Pick<Response, "ok">> {
  const isOver = (): boolean => end?.aborted === true;
  if (isOver()) {
    throw new Failed(DESTROYED);
  }
  const json = textOf(body);
  const ended = new AbortController();
  const abort = (): void => ended.abort();
  const cancel = environment.after(REQUEST_WITHIN, abort);
  end?.addEventListener("abort", abort);
  try {
    const answer = await environment.fetch(baseUrl + path, {
      method,
      headers: { ...headers, ...(json && { "content-type": "application/json" }) },
      ...(json && { body: json }),
      credentials: cookies ? "same-origin" : "omit",
      signal: ended.signal,
    });
    return { ok: answer.ok, ...(await readAnswer(answer)) };
  } catch {
    throw new Failed(isOver() ? DESTROYED : unreachable(environment.isOnline()));
  } finally {
    cancel();
    end?.removeEventListener("abort", abort);
  }
}

/** As JSON; what a page has handed in may be circular, or hold what JSON has no word for. */
function textOf(body: unknown): string | undefined {
  try {
    return body === undefined ? undefined : JSON.stringify(body);
  } catch {
    throw new Failed(INVALID);
  }
}

/** The failure that an answer tells, where only its being refused matters. */
export async function failureOfResponse(response: Response, now: number): Promise<Failure> {
  return failureOfAnswer(await readAnswer(response), now);
}

async function readAnswer(response: Response): Promise<Answer> {
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: await response.text(),
  };
}

/** The code stands in the answer; the status decides only without one (a proxy's page). */
export function failureOfAnswer({ status, body, retryAfter }: Answer, now: number): Failure {
  const told = parse(body);
  const after = pauseOf(retryAfter ?? "", now);
  const patience = after === undefined ? {} : { retryAfterMs: after };
  if (problem(told)) {
    const { code, reason, retryable, retryAfterMs } = told;
    return { code, reason, retryable, ...(retryAfterMs === undefined ? patience : { retryAfterMs }) };
  }
  if (status >= 500 || status === 429) {
    return { ...failing("CONNECTION_ERROR", "UNAVAILABLE", true), ...patience };
  }
  return failing([401, 403].includes(status) ? "AUTH_ERROR" : "SEND_ERROR", "REFUSED");
}

/** Longer than this nobody waits for a chat, whatever a proxy says. */
const MOST_PATIENCE = 5 * 60_000;

/** The header's seconds or HTTP date (RFC 9110 §10.2.3) in milliseconds from now. */
function pauseOf(retryAfter: string, now: number): number | undefined {
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), MOST_PATIENCE);
}
