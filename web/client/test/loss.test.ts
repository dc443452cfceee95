import { expect, test } from "vitest";
import { lossOfFailure } from "../src/link/loss";
import { failureOfAnswer } from "../src/rest";
import { closed, reports, run, start, welcomed } from "./support/link";

test.each([
  [4000, "stopped", "CONNECTION_ERROR BAD_FRAME"],
  [4001, "stopped", "CONNECTION_ERROR VERSION_UNKNOWN"],
  [4003, "stopped", "AUTH_ERROR ORIGIN_NOT_ALLOWED"],
  [4005, "stopped", "CONNECTION_ERROR TOO_MANY_CONNECTIONS"],
  [4006, "stopped", "AUTH_ERROR BANNED"],
  [4100, "waiting", "CONNECTION_ERROR OVERLOADED"],
  [4101, "waiting", "CONNECTION_ERROR RATE_LIMITED"],
  [4102, "waiting", "CONNECTION_ERROR SLOW_CONSUMER"],
  [4103, "waiting", "CONNECTION_ERROR UNREACHABLE"],
  [4104, "waiting", "CONNECTION_ERROR UNREACHABLE"],
  [1011, "waiting", "CONNECTION_ERROR UNREACHABLE"],
])("close code %i leads to %s", (code, state, report) => {
  const { model, effects } = run([
    [0, start],
    [1, welcomed],
    [20, closed(code)],
  ]);
  expect(model.link.state).toBe(state);
  expect(reports(effects)).toEqual([report]);
});

test.each([4004, 4010])("close code %i asks for new credentials once, silently, then stops", (code) => {
  const once = run([
    [0, start],
    [1, welcomed],
    [20, closed(code)],
  ]);
  expect(once.effects.at(-1)).toEqual({ do: "open", fresh: true });
  expect(reports(once.effects)).toEqual([]);
  const twice = run([
    [0, start],
    [1, welcomed],
    [20, closed(code)],
    [21, welcomed],
    [22, closed(code)],
  ]);
  expect(twice.model.link.state).toBe("stopped");
  expect(reports(twice.effects)).toHaveLength(1);
});

test("a server that asks for patience gets it", () => {
  const failure = {
    code: "CONNECTION_ERROR",
    reason: "OVERLOADED",
    retryable: true,
    retryAfterMs: 7_000,
  } as const;
  const { model } = run([
    [0, start],
    [1, { type: "lost", loss: lossOfFailure(failure) }],
  ]);
  expect(model.link).toEqual({ state: "waiting", until: 1_000 + 7_000 + 750 });
});

test.each([
  ["7", 7_000],
  ["Thu, 01 Jan 1970 00:01:30 GMT", 30_000],
  ["Thu, 01 Jan 1970 00:00:30 GMT", 0],
  ["86400", 300_000],
  ["soon", undefined],
])("Retry-After: %s is waited for, within reason", (retryAfter, milliseconds) => {
  const failure = failureOfAnswer({ status: 503, body: "<html>", retryAfter }, 60_000);
  expect(failure.retryAfterMs).toBe(milliseconds);
});

test.each([401, 403, 404, 405])("an answer %i that is not the server's own is an outage", (status) => {
  const failure = failureOfAnswer({ status, body: "<html>", retryAfter: null }, 0);
  expect(lossOfFailure(failure)).toEqual({
    next: "retry",
    quiet: false,
    failure: { code: "CONNECTION_ERROR", reason: "UNAVAILABLE", retryable: true },
  });
});

test("a refused session is the connection's trouble, not a message's", () => {
  const refusal = { code: "SEND_ERROR", reason: "RATE_LIMITED", retryable: true } as const;
  expect(lossOfFailure(refusal)).toMatchObject({
    next: "retry",
    failure: { code: "CONNECTION_ERROR", reason: "RATE_LIMITED" },
  });
});
