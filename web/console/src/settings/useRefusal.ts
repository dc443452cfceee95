import { useTexts, useWords, type Texts } from "../shell/words";
import { refusalText } from "./problems";

/// Words for what was thrown, if anything was: a page's own for the reasons it knows, else the console's.
export function useRefusal<K extends string>(
  texts: Texts<K>,
  reasons: Readonly<Record<string, K>>,
): (thrown: unknown) => string | undefined {
  const words = useWords();
  const t = useTexts(texts);
  return (thrown) =>
    thrown === null || thrown === undefined
      ? undefined
      : refusalText(thrown, words, (reason) => {
          const key = reasons[reason];
          return key === undefined ? undefined : t(key);
        });
}
