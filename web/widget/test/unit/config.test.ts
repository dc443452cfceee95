import { expect, test } from "vitest";
import type { ChaskConfig } from "../../src/api";
import { readConfig } from "../../src/loader/config";

const good = { apiKey: "k", organizationId: "o" };

test("the given start call is complete", () => {
  expect(readConfig({ ...good, callbacks: { onReady: () => undefined } }, "https://a.example")).toMatchObject(
    {
      ...good,
      baseUrl: "https://a.example",
    },
  );
});

test("what the page changes later, or puts on every object, is not taken over", () => {
  const given = { ...good };
  Reflect.defineProperty(Object.prototype, "locale", { value: "es", configurable: true });
  const config = readConfig(given, "https://a.example");
  Reflect.deleteProperty(Object.prototype, "locale");
  given.apiKey = "other";
  expect(typeof config === "string" ? config : [config.apiKey, config.locale]).toEqual(["k", undefined]);
});

test.each([
  [{}, "apiKey"],
  [{ apiKey: "k" }, "organizationId"],
  [{ ...good, colour: 1 }, "colour"],
  [{ ...good, theme: { primaryColour: "#fff" } }, "theme.primaryColour"],
  [{ ...good, callbacks: { onMesageSent: () => undefined } }, "callbacks.onMesageSent"],
  [{ ...good, toString: 1 }, "toString"],
  [undefined, "apiKey"],
] satisfies readonly (readonly [unknown, string])[])("%o is refused by the name %s", (given, name) => {
  const config: ChaskConfig = Object.assign(Object.create(null), given);
  expect(readConfig(config, "https://a.example")).toBe(name);
});

test("a bundle, which has no origin, must name its server", () => {
  expect(readConfig(good, undefined)).toBe("baseUrl");
});

test("any data of the visitor is let through", () => {
  expect(readConfig({ ...good, user: { attributes: { plan: "pro" } } }, "https://a.example")).toMatchObject(
    good,
  );
});
