import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { qrCode } from "./qr";

function fingerprint(text: string): string {
  const rows = qrCode(text)?.map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
  return createHash("sha256")
    .update((rows ?? []).join("\n"))
    .digest("hex");
}

const address =
  "otpauth://totp/Chask%3Aana%40shop.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Chask%20Andina";

/// Made once by another implementation of the standard, for versions 1, 6 and 9.
test.each([
  ["Chask", "e04b35f81bee77215843dcadd7a2f655e75a6a91a9585021fba0992e98015d11"],
  [address, "6253724ab83437fb57ba329ef4cc307f41ff61008a725fbece73cc85d6976295"],
  ["x".repeat(230), "d929204fc3c4bf6ddbfcd701df6b73c8a0e505fc2fd68b8d9c2d373c1357ff2d"],
])("the code of %s is the one that others make", (text, expected) => {
  expect(fingerprint(text)).toBe(expected);
});

test("a text that is too long has none", () => {
  expect(qrCode("x".repeat(231))).toBeUndefined();
});
