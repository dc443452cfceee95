import { refusal, type Answer } from "./answers.ts";
import type { World } from "./world.ts";

type Body = Readonly<Record<string, unknown>>;

/// What the agent has kept of his views; undefined for another route.
export async function filterAnswer(
  route: string,
  { filters }: World,
  bodyOf: () => Promise<Body>,
): Promise<Answer | undefined> {
  if (route === "GET /v1/account/filters") {
    return { status: 200, json: { filters: [...filters.values()].toSorted(byName) } };
  }
  const forgotten = /^DELETE \/v1\/account\/filters\/([^/]+)$/.exec(route)?.[1];
  if (forgotten !== undefined) {
    return filters.delete(forgotten) ? { status: 204 } : refusal(404, "NOT_FOUND");
  }
  if (route !== "POST /v1/account/filters") {
    return undefined;
  }
  const filter = await bodyOf();
  const id = String(filter["id"]);
  if ([...filters.values()].some((other) => other["id"] !== id && nameOf(other) === nameOf(filter))) {
    return refusal(409, "NAME_TAKEN");
  }
  const known = filters.has(id);
  filters.set(id, filter);
  return { status: known ? 200 : 201, json: filter };
}

function nameOf(filter: Body): string {
  return String(filter["name"]).toLowerCase();
}

function byName(one: Body, other: Body): number {
  return nameOf(one).localeCompare(nameOf(other));
}
