import type { Colleague } from "@chask/client";
import { useState, type ReactElement, type RefObject } from "react";
import { Listbox, Told, listAttributes, useWalk, type ListAttributes } from "../shell/Listbox";
import { useTexts, useWords } from "../shell/words";
import { mentionAt, suggested } from "./notes";
import { usePlaceCaret } from "./usePlaceCaret";
import { texts } from "./texts";

/// The colleagues that an `@` offers, as far as the box of a note has to know of it.
export interface Mentions {
  /// To be shown above the text box.
  readonly element: ReactElement;
  readonly attributes: ListAttributes;
  /// Whether the key was the list's.
  readonly press: (key: string) => boolean;
  /// Call when the caret may stand elsewhere.
  readonly follow: (caret: number) => void;
  /// Call when the box has lost the focus.
  readonly leave: () => void;
}

export function useMentions({
  colleagues,
  box,
  text,
  onText,
}: {
  readonly colleagues: readonly Colleague[];
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}): Mentions {
  const { t } = useWords();
  const word = useTexts(texts);
  const [caret, setCaret] = useState(0);
  const placeCaret = usePlaceCaret(box);
  /// Where the mention begins that was left; another one asks again.
  const [left, setLeft] = useState<number>();
  const asked = mentionAt(text, caret);
  if (asked === undefined && left !== undefined) {
    setLeft(undefined);
  }
  const offered = asked === undefined || asked.start === left ? [] : suggested(colleagues, asked.typed);
  const close = (): void => setLeft(asked?.start);
  const choose = (place: number): void => {
    const name = offered[place]?.name;
    if (asked !== undefined && name !== undefined) {
      const at = asked.start + name.length + 2;
      const next = `${text.slice(0, asked.start)}@${name} ${text.slice(caret)}`;
      onText(next);
      setCaret(at);
      placeCaret(next, at);
    }
  };
  const walk = useWalk({
    words: `${asked?.start} ${asked?.typed}`,
    count: offered.length,
    onChoose: choose,
    onClose: close,
  });
  const entries = offered.map(({ id, name }) => ({ key: id, content: <bdi>{name}</bdi> }));
  return {
    element: (
      <>
        <Listbox
          walk={walk}
          label={t("note.mention")}
          className="mention-list"
          entries={entries}
          onChoose={choose}
        />
        <Told
          count={offered.length}
          one={word("mentions.one")}
          other={word("mentions.other", { count: offered.length })}
        />
      </>
    ),
    attributes: listAttributes(offered.length === 0 ? undefined : walk),
    press: (key) => offered.length > 0 && walk.press(key),
    follow: setCaret,
    leave: close,
  };
}
