import { expect, test } from "vitest";
import { originFault, originOf } from "./origin";

test.each([
  ["https://shop.example", undefined],
  ["HTTPS://Shop.example:8443/page?x", undefined],
  ["http://localhost:*", undefined],
  ["http://127.0.0.1:3000", undefined],
  [" ", "originMissing"],
  ["shop.example", "originScheme"],
  ["localhost:3000", "originScheme"],
  ["ftp://shop.example", "originWeb"],
  ["https://*.shop.example", "originWildcard"],
  ["*", "originScheme"],
  ["https://shop.example:*", "originPort"],
  ["https://", "originAddress"],
  ["https://a b", "originAddress"],
  ["https://me@shop.example", "originAddress"],
] as const)("%s: %s", (written, fault) => {
  expect(originFault(written)).toBe(fault);
});

test("of an address the origin is kept", () => {
  expect(originOf(" https://Shop.example:443/page ")).toBe("https://shop.example");
  expect(originOf("http://localhost:*")).toBe("http://localhost:*");
});
