import { randomUUID } from "node:crypto";
import type { Answer } from "./answers.ts";
import { identity } from "./identity.ts";

type Body = Readonly<Record<string, unknown>>;

/// The pages of the settings that are read and saved as a whole, by their paths; as openapi.yaml has them.
export function settingPages(): Map<string, Body> {
  return new Map<string, Body>([
    ["/v1/settings/organization", organization],
    ["/v1/settings/widget", widget],
    ["/v1/settings/attachments", files],
    ["/v1/settings/messages", { changeMinutes: 15 }],
    ["/v1/settings/routing", routing],
    ["/v1/settings/keys", { organizationId: randomUUID(), keys: [], origins }],
    ["/v1/identity", identity],
  ]);
}

/// Answers about one of them, and keeps what is saved; undefined for another route.
export async function settingAnswer(
  route: string,
  pages: Map<string, Body>,
  body: () => Promise<Body>,
): Promise<Answer | undefined> {
  const [method = "", path = ""] = route.split(" ");
  const made = method === "POST" ? make(path, pages) : undefined;
  if (made !== undefined) {
    return { status: 201, json: made };
  }
  if (method === "DELETE" && take(path, pages)) {
    return { status: 204 };
  }
  const agent = /^PUT \/v1\/team\/([^/]+)\/capacity$/u.exec(route)?.[1];
  if (agent !== undefined) {
    append(pages, "/v1/settings/routing", "capacities", { agent, ...(await body()) });
    return { status: 204 };
  }
  if (route === "PATCH /v1/settings/origins") {
    const { remove } = await body();
    const kept = origins.filter((origin) => !JSON.stringify(remove).includes(origin));
    pages.set("/v1/settings/keys", { ...pages.get("/v1/settings/keys"), origins: kept });
    return { status: 200, json: { origins: kept } };
  }
  const page = pages.get(path);
  if (page === undefined) {
    return undefined;
  }
  if (method !== "GET") {
    pages.set(path, { ...Object.fromEntries(told.map((name) => [name, page[name]])), ...(await body()) });
  }
  return { status: 200, json: pages.get(path) };
}

/// A new key or secret; undefined for another path.
function make(path: string, pages: Map<string, Body>): object | undefined {
  const at = { id: randomUUID(), createdAt: new Date().toISOString() };
  if (path === "/v1/settings/keys") {
    const key = { ...at, value: `pk_${at.id}` };
    append(pages, path, "keys", key);
    return key;
  }
  if (path === "/v1/identity/secrets") {
    append(pages, "/v1/identity", "secrets", at);
    return { id: at.id, secret: "s".repeat(43) };
  }
  return undefined;
}

/// Takes a key or secret away; false for another path.
function take(path: string, pages: Map<string, Body>): boolean {
  const [, from, list, id = ""] = /^(.+?)\/?(keys|secrets)\/([^/]+)$/u.exec(path) ?? [];
  const at = list === "keys" ? "/v1/settings/keys" : from;
  const page = at === undefined ? undefined : pages.get(at);
  const before: unknown = page?.[list ?? ""];
  if (at === undefined || !Array.isArray(before)) {
    return false;
  }
  const left = before.filter((each) => !JSON.stringify(each).includes(id));
  pages.set(at, { ...page, [list ?? ""]: left });
  return true;
}

function append(pages: Map<string, Body>, path: string, list: string, item: object): void {
  const page = pages.get(path) ?? {};
  const before: unknown = page[list];
  pages.set(path, { ...page, [list]: [...(Array.isArray(before) ? before : []), item] });
}

/// What the server tells of a page and nobody saves.
const told = ["id", "open", "used", "server", "capacities", "secrets"] as const;

const organization: Body = {
  id: randomUUID(),
  name: "Librería Andina",
  locales: ["en", "es"],
  timeZone: "America/La_Paz",
  hours: {
    week: [1, 2, 3].map((day) => ({ day, from: "09:00", to: "18:00" })),
    daysOff: [
      { date: "2026-12-25", yearly: true },
      { date: "2027-01-01", yearly: true },
    ],
  },
  open: true,
};

const widget: Body = {
  mode: "auto",
  primaryColor: "#3b5bdb",
  position: "right",
  look: { offsetX: 20, offsetY: 20, cornerRadius: 16, launcher: "circle", whenClosed: "write" },
  features: { typing: true, readReceipts: true, reopen: true, rating: true },
  texts: {},
};

const files: Body = {
  enabled: true,
  accept: ["image/*", "application/pdf", "application/json"],
  maxSize: 10 * 1024 * 1024,
  maxCount: 5,
  quota: 2 * 1024 ** 3,
  used: 700 * 1024 ** 2,
  server: { enabled: true, maxSize: 20 * 1024 * 1024, quota: 10 * 1024 ** 3 },
};

const routing: Body = {
  mode: "least_loaded",
  capacity: 10,
  awayAfterMinutes: 5,
  giveBackAfterMinutes: null,
  capacities: [],
};

const origins = ["https://one.example", "https://two.example", "https://three.example"];
