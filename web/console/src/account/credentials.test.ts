import { expect, test } from "vitest";
import { credentialFaults } from "./credentials";

test("a full form has no fault", () => {
  expect(credentialFaults(" ana@example.com ", "secret")).toEqual({});
});

test("each empty field is named", () => {
  expect(credentialFaults("", "")).toEqual({
    email: "account.emailMissing",
    password: "account.passwordMissing",
  });
});

test("a name without a domain is not an email", () => {
  expect(credentialFaults("ana", "secret")).toEqual({ email: "account.emailInvalid" });
});
