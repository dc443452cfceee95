import type { Words } from "../shell/words";

/// What turns the reading direction: within a sentence a name would turn the words around it, or read as another.
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/// How to call a visitor: by name, by email, else by the end of the id, which tells two unknown ones apart.
export function visitorName(
  visitor: { readonly id: string; readonly name?: string; readonly email?: string },
  words: Words,
): string {
  const told = [visitor.name, visitor.email]
    .map((one) => one?.replace(turning, "").trim())
    .find((one) => one !== undefined && one !== "");
  return told === undefined ? words.t("inbox.visitor", { mark: visitor.id.slice(-4).toUpperCase() }) : told;
}

/// One or two letters of a name; undefined when it has none.
export function initials(name: string | undefined): string | undefined {
  const [told = ""] = (name ?? "").split("@");
  const found = told.split(/[\s._-]+/u).flatMap((word) => word.match(/^[\p{L}\p{N}]/u) ?? []);
  const letters = found.length > 2 ? [found[0], found.at(-1)] : found;
  return letters.length === 0 ? undefined : letters.join("").toLocaleUpperCase();
}

/// A number below `count` that is always the same for the same id, for a colour.
export function hueOf(id: string, count: number): number {
  let sum = 0;
  for (const character of id) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  }
  return sum % count;
}
