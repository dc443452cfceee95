import { expect, test } from "vitest";

import { readCall } from "../src/playground/call.ts";

const known = { apiKey: "ck_1", organizationId: "o1" };

function read(text: string): unknown {
  return readCall(text, known);
}

test("a call is read as JavaScript would read it", () => {
  const text = `// Start the chat.
ChaskWidget.init({
  apiKey, organizationId: organizationId,
  'position': "left", /* the corner */
  theme: { mode: "dark", primaryColor: '#0b7285' },
  attachments: { enabled: true, accept: ["image/*", 'a\\u0062\\'c'], maxSize: 1e6, },
  user: null, launcher: {},
});`;
  expect(read(text)).toEqual({
    options: {
      apiKey: "ck_1",
      organizationId: "o1",
      position: "left",
      theme: { mode: "dark", primaryColor: "#0b7285" },
      attachments: { enabled: true, accept: ["image/*", "ab'c"], maxSize: 1_000_000 },
      user: null,
      launcher: {},
    },
  });
});

test.each([
  ["", 1],
  ["alert(1)", 1],
  ["ChaskWidget.init({\n  locale: es\n})", 2],
  ['ChaskWidget.init({\n  locale: "es"\n  position: "left"\n})', 3],
  ["ChaskWidget.init({\n  callbacks: { onReady: () => alert(1) },\n})", 2],
  ["ChaskWidget.init({ constructor })", 1],
  ["ChaskWidget.init({ a: toString })", 1],
  ["ChaskWidget.init({});\nalert(1)", 2],
  ["ChaskWidget.init({ a: [1, 2 })", 1],
  ['ChaskWidget.init({ a: "b\n" })', 1],
])("%j is not read; its line is named", (text, line) => {
  expect(read(text)).toEqual({ line });
});

test("a name that means something to objects becomes a plain member", () => {
  const reading = readCall('ChaskWidget.init({ "__proto__": { polluted: true } })', known);
  expect("options" in reading && Object.hasOwn(reading.options, "__proto__")).toBe(true);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
