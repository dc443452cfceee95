/// A text as it is compared: without case and accents.
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/// How well a text answers what was typed, the more the better; undefined when it does not. Each word that was typed must
/// be found: as the beginning of a word, within one, or as letters of one in this order.
export function scoreOf(typed: string, text: string): number | undefined {
  const target = plain(text);
  let sum = 0;
  for (const word of plain(typed).split(/\s+/u)) {
    const score = wordScore(word, target);
    if (score === undefined) {
      return undefined;
    }
    sum += score;
  }
  return sum - target.length / 1_000;
}

function wordScore(word: string, target: string): number | undefined {
  const at = target.indexOf(word);
  if (at === 0) {
    return 4;
  }
  if (at > 0) {
    return /[\p{L}\p{N}]/u.test(target.charAt(at - 1)) && !target.includes(` ${word}`) ? 2 : 3;
  }
  // Two letters in their order stand in nearly every word, and more of them in nearly every sentence.
  const words = word.length > 2 ? target.split(/[^\p{L}\p{N}]+/u) : [];
  return words.some((one) => inOrder(word, one)) ? 1 : undefined;
}

function inOrder(word: string, target: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = target.indexOf(letter, from);
    if (at === -1) {
      return false;
    }
    from = at + letter.length;
  }
  return true;
}

/// Those that answer what was typed, the best first; all of them, as they are, for nothing typed.
export function best<T>(typed: string, all: readonly T[], textOf: (one: T) => string): readonly T[] {
  if (typed.trim() === "") {
    return all;
  }
  return all
    .map((one) => ({ one, score: scoreOf(typed.trim(), textOf(one)) }))
    .flatMap(({ one, score }) => (score === undefined ? [] : [{ one, score }]))
    .toSorted((first, second) => second.score - first.score)
    .map(({ one }) => one);
}
