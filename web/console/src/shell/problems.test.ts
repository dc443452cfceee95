import { ChatError } from "@chask/client";
import { describe, expect, test } from "vitest";
import { problemKey, problemText } from "./problems";
import { wordsOf } from "./words";

describe("a refusal", () => {
  test("is told by its reason", () => {
    expect(problemKey("SEND_ERROR", "FILE_TOO_LARGE")).toBe("problem.fileTooLarge");
    expect(problemKey("AUTH_ERROR", "CREDENTIALS_INVALID")).toBe("problem.credentials");
  });

  test("with a reason that is not known yet is told by its code", () => {
    expect(problemKey("AUTH_ERROR", "NEW")).toBe("problem.signedOut");
    expect(problemKey("CONNECTION_ERROR", "NEW")).toBe("problem.unreachable");
    expect(problemKey("NETWORK_ERROR", "NEW")).toBe("problem.offline");
    expect(problemKey("SEND_ERROR", "NEW")).toBe("problem.unexpected");
  });

  test("is told in the language in use, never in the server's English", () => {
    const refused = new ChatError("CONNECTION_ERROR", "Too busy", { reason: "BUSY", retryable: true });
    expect(problemText(refused, wordsOf("pt-BR"))).toBe(
      "O servidor está ocupado. Tente de novo daqui a pouco.",
    );
    expect(problemText(new TypeError("x is undefined"), wordsOf("en"))).not.toContain("undefined");
  });
});
