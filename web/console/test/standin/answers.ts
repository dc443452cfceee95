/// A file that the stand-in hands out.
interface Raw {
  readonly type: string;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly raw?: Raw;
  readonly cookie?: string;
}

export function refusal(status: number, reason: string, code = "SEND_ERROR"): Answer {
  const problem = { type: "/docs/errors/", title: reason, status, code, reason, retryable: status >= 500 };
  return { status, json: problem };
}
