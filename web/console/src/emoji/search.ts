import { plain } from "../replies/match";
import type { Locale } from "../shell/locale";
import { groups, type Emoji } from "./data";

/// What an emoji is called.
export function nameOf({ words }: Emoji, locale: Locale): string {
  return words[locale].split(",")[0] ?? "";
}

/// The emojis that have all the words, in whichever language they are asked for, those called so first.
export function findEmojis(asked: string, locale: Locale): readonly Emoji[] {
  const words = plain(asked)
    .split(" ")
    .filter((word) => word !== "");
  const found = groups
    .flatMap(({ emojis }) => emojis)
    .filter((emoji) => {
      const said = ` ${plain(Object.values(emoji.words).join(" ").replaceAll(",", " "))}`;
      return words.every((word) => said.includes(` ${word}`));
    });
  const whole = words.join(" ");
  const isCalled = (emoji: Emoji): boolean => plain(nameOf(emoji, locale)).startsWith(whole);
  return [...found.filter(isCalled), ...found.filter((emoji) => !isCalled(emoji))];
}

const storageKey = "chask.console.emoji";

/// As many as two rows hold.
const mostRecent = 16;

/// The signs that were taken last on this browser, the newest first.
export function recentSigns(): readonly string[] {
  try {
    return (localStorage.getItem(storageKey) ?? "").split(" ").filter((sign) => sign !== "");
  } catch {
    return [];
  }
}

export function noteRecent(sign: string): void {
  const others = recentSigns().filter((other) => other !== sign);
  try {
    localStorage.setItem(storageKey, [sign, ...others].slice(0, mostRecent).join(" "));
  } catch {
    // Storage is refused: nothing is remembered.
  }
}

/// The emojis of these signs that there are.
export function emojisOf(signs: readonly string[]): readonly Emoji[] {
  const all = groups.flatMap(({ emojis }) => emojis);
  return signs.flatMap((sign) => all.find((emoji) => emoji.sign === sign) ?? []);
}
