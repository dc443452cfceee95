import { describe, expect, test } from "vitest";
import type { AttachmentsConfig } from "../../src/api";
import { covers, policyOf, refusalOf } from "../../src/policy";
import type { WidgetSettings } from "../../src/settings";

const server = { enabled: true, accept: ["image/*", "application/pdf"], maxSize: 1000, maxCount: 5 };

function host(page?: AttachmentsConfig, allowed: Partial<typeof server> = {}) {
  const settings: WidgetSettings = {
    organization: { id: "o", name: "Shop" },
    locales: ["en"],
    theme: { mode: "auto", primaryColor: "#3b5bdb", position: "right" },
    attachments: { ...server, ...allowed },
    limits: { contentCodePoints: 10_000 },
    features: { typing: true, readReceipts: true, reopen: true, rating: true },
  };
  return {
    config: { apiKey: "k", organizationId: "o", ...(page && { attachments: page }) },
    settings,
  };
}

const policy = (...given: Parameters<typeof host>) => policyOf(host(...given));

describe("the page narrows what the organization allows and never widens it", () => {
  test("what the page does not say is as the organization has it", () => {
    expect(policy()).toEqual(server);
  });

  test("numbers are the smaller ones", () => {
    expect(policy({ maxSize: 10, maxCount: 50 })).toMatchObject({ maxSize: 10, maxCount: 5 });
    expect(policy({ maxSize: 5000, maxCount: 1 })).toMatchObject({ maxSize: 1000, maxCount: 1 });
  });

  test("files are allowed only where both allow them", () => {
    expect(policy({ enabled: true }, { enabled: false }).enabled).toBe(false);
    expect(policy({ enabled: false }).enabled).toBe(false);
    expect(policy({ enabled: true }).enabled).toBe(true);
  });

  test.each([
    [["image/png", "text/html"], ["image/png"]],
    [["application/*"], ["application/pdf"]],
    [["*/*"], ["image/*", "application/pdf"]],
    [["image/*"], ["image/*"]],
    [
      ["image/*", "application/pdf", "video/mp4"],
      ["image/*", "application/pdf"],
    ],
  ])("of %o both allow %o", (page, both) => {
    expect(policy({ accept: page }).accept).toEqual(both);
  });

  test("where no file is left to one message there is nothing to send", () => {
    expect(policy({ maxCount: 0 }).enabled).toBe(false);
  });

  test("where no type is left there is nothing to send", () => {
    expect(policy({ accept: ["text/html"] }).enabled).toBe(false);
  });
});

test("a type belongs to itself and to its family", () => {
  expect(covers(["image/*"], "image/png")).toBe(true);
  expect(covers(["image/png"], "image/jpeg")).toBe(false);
  expect(covers([], "image/png")).toBe(false);
});

test.each([
  [{ size: 2000, type: "image/png" }, undefined, "FILE_TOO_LARGE"],
  [{ size: 500, type: "image/png" }, { maxSize: 100 }, "FILE_TOO_LARGE"],
  [{ size: 10, type: "image/png" }, { enabled: false }, "ATTACHMENTS_DISABLED"],
  [{ size: 10, type: "image/png" }, { accept: ["application/pdf"] }, "FILE_TYPE_NOT_ALLOWED"],
  [{ size: 10, type: "text/html" }, undefined, "FILE_TYPE_NOT_ALLOWED"],
  [{ size: 10, type: "" }, undefined, undefined],
  [{ size: 10, type: "image/png" }, { accept: ["image/*"] }, undefined],
] as const)(
  "%o under %o is refused as %s; what only the server can tell is left to it",
  (file, page, reason) => {
    expect(refusalOf(file, host(page))).toBe(reason);
  },
);
