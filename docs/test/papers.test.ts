import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { readChangelog } from "../scripts/changelog.ts";
import { readRoutes, readSchemas } from "../scripts/openapi.ts";

const contract = `
paths:
  /things/{id}:
    get:
      tags: [agent]
      operationId: listThings
      summary: The things
      security: [{ agentToken: [] }]
      parameters:
        - { $ref: '#/components/parameters/Limit' }
        - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
      responses:
        '200':
          content:
            application/json:
              schema:
                type: object
                required: [things]
                properties:
                  things: { type: array, items: { $ref: '#/components/schemas/Thing' }, maxItems: 3 }
        '404': {}
    post:
      operationId: makeThing
      summary: One more
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
      responses: { '204': {} }
components:
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 50 } }
  schemas:
    Thing:
      type: object
      required: [kind]
      properties:
        kind: { type: string, enum: [a, b], description: Which. }
        label: { type: string, nullable: true, maxLength: 20 }
        place: { type: object, properties: { url: { type: string } } }
        tags: { $ref: '#/components/schemas/Tags' }
    Tags:
      type: object
      additionalProperties: { oneOf: [{ type: string }, { type: number }] }
`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "papers-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(text: string): string {
  const name = path.join(folder, "paper");
  writeFileSync(name, text);
  return name;
}

test("a route is read with the types, bounds and defaults of what it takes", () => {
  const [list, make] = readRoutes(file(contract));
  expect(list?.parameters).toEqual([
    { name: "limit", type: "integer (1–100)", required: false, doc: "", fallback: "50", place: "query" },
    { name: "id", type: "string (uuid)", required: true, doc: "", place: "path" },
  ]);
  expect(list?.answer.fields).toEqual([{ name: "things", type: "Thing[] (≤ 3)", required: true, doc: "" }]);
  expect(list?.statuses).toEqual(["200", "404"]);
  expect(make?.body).toEqual({ object: "Thing", fields: [] });
  expect(make?.answer).toEqual({ fields: [] });
});

test("an object is read with the objects inside it, and with members of any name", () => {
  expect(
    readSchemas(file(contract)).map(({ name, fields }) => [
      name,
      fields.map((field) => `${field.name} ${field.type}`),
    ]),
  ).toEqual([
    [
      "Thing",
      ['kind "a" | "b"', "label string (≤ 20) | null", "place object", "place.url string", "tags Tags"],
    ],
    ["Tags", ["* string | number"]],
  ]);
});

test("the changelog is read by version and kind, its lines in one piece", () => {
  const paper =
    "# Changelog\n\nWords.\n\n## [Unreleased]\n\n### Added\n\n- One that\n  goes on.\n- Two.\n\n## [1.0.0] - 2026-12-01\n\n### Fixed\n\n- Three.\n";
  expect(readChangelog(file(paper))).toEqual([
    { version: "Unreleased", kinds: [{ kind: "Added", lines: ["One that goes on.", "Two."] }] },
    { version: "1.0.0", date: "2026-12-01", kinds: [{ kind: "Fixed", lines: ["Three."] }] },
  ]);
});
