import { listOf, parse, shape, text, type Guard } from "@chask/wire";

/// What a form sends to the server.
export interface Ask {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
}

/// Which member of the request was wrong, by its path, and the server's English word on it.
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/// A refusal (RFC 9457), or no answer at all: then the reason is `UNREACHABLE`, or `OFFLINE` where the browser says so.
export class Refusal extends Error {
  readonly reason: string;
  readonly fields: readonly FieldFault[];

  constructor(reason: string, fields: readonly FieldFault[] = []) {
    super(reason);
    this.reason = reason;
    this.fields = fields;
  }

  /// Whether this member of the request was refused.
  concerns(field: string): boolean {
    return this.fields.some((fault) => fault.field === field);
  }
}

const isProblem = shape({ reason: text }, { fields: listOf(shape({ field: text, message: text })) });

/// Asks one of the server's routes and gives the answer if it is a `T`; throws a `Refusal` otherwise.
export async function ask<T>({ method, path, body }: Ask, guard: Guard<T>): Promise<T> {
  const answer = await send({ method, path, body });
  if (answer === undefined) {
    throw new Refusal(navigator.onLine ? "UNREACHABLE" : "OFFLINE");
  }
  const value = answer.said === "" ? null : parse(answer.said);
  if (!answer.ok) {
    throw isProblem(value) ? new Refusal(value.reason, value.fields) : new Refusal("UNREACHABLE");
  }
  if (!guard(value)) {
    throw new Refusal("BAD_ANSWER");
  }
  return value;
}

/// As long as the client waits for its own requests.
const answerWithinMilliseconds = 20_000;

/// What is answered, read whole; undefined when that does not come, or not in time.
async function send({
  method,
  path,
  body,
}: Ask): Promise<{ readonly ok: boolean; readonly said: string } | undefined> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        "X-Chask-Console": "1",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      signal: AbortSignal.timeout(answerWithinMilliseconds),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { ok: answer.ok, said: await answer.text() };
  } catch {
    return undefined;
  }
}

/// For an answer without content that is looked at.
export const anything: Guard<unknown> = (value): value is unknown => value === value;
