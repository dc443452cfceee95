import type { CannedReply } from "./api";

/// What is asked of the canned replies, and where in the text it begins.
export interface Question {
  /// Place of the slash.
  readonly start: number;
  readonly words: string;
}

const longestQuestion = 40;

/// The question that the caret stands in: a slash at the beginning of a word, and what was typed behind it.
export function questionAt(text: string, caret: number): Question | undefined {
  const before = text.slice(0, caret);
  const found = /(?:^|\s)\/([^\n/]*)$/u.exec(before);
  const words = found?.[1];
  return words === undefined || words.length > longestQuestion || words.startsWith(" ")
    ? undefined
    : { start: caret - words.length - 1, words };
}

/// The replies that have all the words in their name or their texts, the likeliest first.
export function matching(replies: readonly CannedReply[], words: string): readonly CannedReply[] {
  const asked = plain(words)
    .split(" ")
    .filter((word) => word !== "");
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, asked) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ reply }) => reply);
}

/// The lower the likelier; infinite when a word is missing.
function rankOf({ name, texts }: CannedReply, asked: readonly string[]): number {
  const named = plain(name);
  const said = plain(Object.values(texts).join(" "));
  if (!asked.every((word) => named.includes(word) || said.includes(word))) {
    return Infinity;
  }
  const whole = asked.join(" ");
  if (named.startsWith(whole)) {
    return 0;
  }
  if (asked.every((word) => ` ${named}`.includes(` ${word}`))) {
    return 1;
  }
  return asked.every((word) => named.includes(word)) ? 2 : 3;
}

/// Without case and accents, with single blanks.
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}
