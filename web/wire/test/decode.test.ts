import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encode, parse } from "../src/index";

test("a frame of a later version is told apart from a broken one", () => {
  expect(decode('{"type":"dance"}')).toEqual({ ok: false, why: "type" });
  expect(decode('{"type":"sent"}')).toEqual({ ok: false, why: "shape" });
  expect(decode('{"type":7}')).toEqual({ ok: false, why: "json" });
  expect(decode("[]")).toEqual({ ok: false, why: "json" });
  expect(decode("{")).toEqual({ ok: false, why: "json" });
  expect(decode(new ArrayBuffer(2))).toEqual({ ok: false, why: "json" });
});

test("a type that is a name of Object.prototype is an unknown frame", () => {
  expect(decode('{"type":"constructor"}')).toEqual({ ok: false, why: "type" });
  expect(decode('{"type":"__proto__"}')).toEqual({ ok: false, why: "type" });
});

test("null and absent mean the same", () => {
  const decoded = decode(
    '{"type":"error","ref":null,"code":"SEND_ERROR","reason":"X","message":"","retryable":false}',
  );
  expect(decoded.ok && "ref" in decoded.frame).toBe(false);
  expect(decode('{"type":"presence","available":null}')).toEqual({ ok: false, why: "shape" });
  expect(parse('{"a":null,"b":1}')).toEqual({ b: 1 });
});

test("fields of a later version do not matter", () => {
  expect(decode('{"type":"drain","windowMs":5,"why":"deploy"}')).toMatchObject({ ok: true });
});

test("numbers that are no sequence are refused", () => {
  for (const sequence of ["-1", "1.5", "1e400", '"1"', "null", "9007199254740992"]) {
    const json = `{"type":"receipt","conversation":"c","delivered":${sequence},"read":0,"ownRead":0}`;
    expect(decode(json)).toEqual({ ok: false, why: "shape" });
  }
});

test("nothing that can arrive throws, and what is accepted survives a round trip", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), mangledFrame()), (json) => {
      const decoded = decode(json);
      return !decoded.ok || isDeepStrictEqual(decode(encode(decoded.frame)), decoded);
    }),
  );
});

function mangledFrame(): fc.Arbitrary<string> {
  const names = [
    "welcome",
    "sent",
    "message",
    "sync",
    "receipt",
    "inbox",
    "typing",
    "viewing",
    "presence",
    "error",
    "drain",
    "ping",
  ];
  return fc
    .tuple(
      fc.constantFrom(...names),
      fc.dictionary(fc.constantFrom("id", "sequence", "t", "available", "windowMs"), fc.jsonValue()),
    )
    .map(([type, fields]) => JSON.stringify({ ...fields, type }));
}
