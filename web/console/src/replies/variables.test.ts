import { expect, test } from "vitest";
import { fillVariables, textFor, unknownVariable, valuesOf } from "./variables";

const values = valuesOf({
  visitor: { name: " Maya Lee ", email: undefined, company: { name: "Lee & Sons" } },
  agentName: "Ada Lovelace",
  organizationName: "Librería Andina",
});

test("what is known is filled in", () => {
  expect(
    fillVariables("Hello {{visitor.firstName}}, {{ agent.name }} of {{organization.name}} here.", values),
  ).toBe("Hello Maya, Ada Lovelace of Librería Andina here.");
});

test("what is not known gives way to what stands behind the bar", () => {
  const nobody = valuesOf({ visitor: undefined, agentName: "Ada", organizationName: "A" });
  expect(fillVariables("Hello {{visitor.name|dear friend}}!", nobody)).toBe("Hello dear friend!");
  expect(fillVariables("Hello {{visitor.name|dear friend}}!", values)).toBe("Hello Maya Lee!");
});

test("without a bar it is left out with the blank before it", () => {
  expect(fillVariables("Hello {{visitor.email}}, welcome", values)).toBe("Hello, welcome");
  expect(fillVariables("a\n{{visitor.email}}b", values)).toBe("a\nb");
});

test("a value is never looked at again, and no property of an object is one", () => {
  const tricky = valuesOf({ visitor: { name: "{{agent.name}}" }, agentName: "Ada", organizationName: "A" });
  expect(fillVariables("Hi {{visitor.name}}", tricky)).toBe("Hi {{agent.name}}");
  expect(fillVariables("Hi {{constructor}} {{__proto__|b}}", tricky)).toBe("Hi b");
});

test("the first variable that does not exist is named", () => {
  expect(unknownVariable("{{visitor.name|a}} {{visitor.nam}} {{x}}")).toBe("visitor.nam");
  expect(unknownVariable("{{visitor.name}} {{ {single} }}")).toBeUndefined();
});

test("the visitor's language is taken, then the organization's, then any", () => {
  const texts = { en: "Hello", "pt-BR": "Olá" } as const;
  expect(textFor(texts, "pt", ["es", "en"])).toBe("Olá");
  expect(textFor(texts, "pt-BR", ["en"])).toBe("Olá");
  expect(textFor(texts, "es-BO", ["en", "es"])).toBe("Hello");
  expect(textFor(texts, undefined, ["es"])).toBe("Hello");
  expect(textFor({ es: "Hola" }, "fr", ["en"])).toBe("Hola");
});
