import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { isForInputMethod } from "../shell/composing";
import { useTexts, useWords } from "../shell/words";
import { groups, type Emoji } from "./data";
import { nextCell, rowsOf, type Cell } from "./grid";
import { emojisOf, findEmojis, nameOf, noteRecent, recentSigns } from "./search";
import { texts, type TextKey } from "./texts";
import "./emoji.css";

const columns = 8;

interface Section {
  readonly label: TextKey;
  readonly emojis: readonly Emoji[];
}

/// Emojis to put into a text: found by words, or looked up in groups. One of the grid is in the order of Tab; the arrow
/// keys walk through it.
export function EmojiPicker({
  onChoose,
  onEscape,
  onLeave,
}: {
  readonly onChoose: (sign: string) => void;
  readonly onEscape: () => void;
  /// The focus has gone elsewhere.
  readonly onLeave: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const [asked, setAsked] = useState("");
  const sections = useSections(asked);
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const choose = (sign: string): void => {
    noteRecent(sign);
    onChoose(sign);
  };
  const first = sections[0]?.emojis[0];
  return (
    // Leaves by Escape wherever one is in it, and when the focus goes.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className="emoji-picker"
      // So that a click beside the emojis does not take the focus away.
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isForInputMethod(event.nativeEvent)) {
          event.stopPropagation();
          onEscape();
        }
      }}
      onBlur={({ relatedTarget }) => {
        if (box.current?.contains(relatedTarget) !== true) {
          onLeave();
        }
      }}
    >
      <input
        ref={search}
        type="search"
        className="plain-input emoji-search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={asked}
        onChange={({ currentTarget }) => setAsked(currentTarget.value)}
        onKeyDown={(event) => {
          if (isForInputMethod(event.nativeEvent)) {
            return;
          }
          if (event.key === "ArrowDown") {
            event.preventDefault();
            box.current?.querySelector<HTMLElement>("td button")?.focus();
          } else if (event.key === "Enter") {
            event.preventDefault();
            if (asked.trim() !== "" && first !== undefined) {
              choose(first.sign);
            }
          }
        }}
      />
      {first === undefined ? <p className="emoji-none">{t("none")}</p> : null}
      <Grid key={asked} sections={sections} onChoose={choose} onLeave={() => search.current?.focus()} />
    </div>
  );
}

function useSections(asked: string): readonly Section[] {
  const { locale } = useWords();
  const [recent] = useState(() => emojisOf(recentSigns()));
  return useMemo(() => {
    if (asked.trim() !== "") {
      return [{ label: "found" as const, emojis: findEmojis(asked, locale) }].filter(isFilled);
    }
    const kept: Section = { label: "recent", emojis: recent };
    return [kept, ...groups.map(({ id, emojis }) => ({ label: id, emojis }))].filter(isFilled);
  }, [asked, locale, recent]);
}

function isFilled({ emojis }: Section): boolean {
  return emojis.length > 0;
}

function Grid({
  sections,
  onChoose,
  onLeave,
}: {
  readonly sections: readonly Section[];
  readonly onChoose: (sign: string) => void;
  /// Upwards, from the first row.
  readonly onLeave: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const bodies = bodiesOf(sections);
  const lengths = bodies.flatMap(({ rows }) => rows.map(({ emojis }) => emojis.length));
  const press = (event: KeyboardEvent): void => {
    const next = nextCell(at, event.key, lengths);
    if (next === "before") {
      event.preventDefault();
      onLeave();
    } else if (next !== undefined) {
      event.preventDefault();
      setAt(next);
      table.current?.querySelector<HTMLElement>(`[data-cell="${next.row},${next.column}"]`)?.focus();
    }
  };
  return (
    <div className="emoji-scroll">
      {/* A table that is walked through by arrow keys is a grid. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table ref={table} role="grid" aria-label={t("title")} onKeyDown={press}>
        {bodies.map(({ label, rows }) => (
          <tbody key={label} aria-label={t(label)}>
            <tr className="emoji-group" aria-hidden="true">
              <th colSpan={columns}>{t(label)}</th>
            </tr>
            {rows.map(({ row, emojis }) => (
              <Row key={row} row={row} emojis={emojis} at={at} onAt={setAt} onChoose={onChoose} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/// The sections cut into rows, which are numbered through all of them.
function bodiesOf(sections: readonly Section[]): readonly {
  readonly label: TextKey;
  readonly rows: readonly { readonly row: number; readonly emojis: readonly Emoji[] }[];
}[] {
  const cut = sections.map(({ label, emojis }) => ({ label, rows: rowsOf(emojis, columns) }));
  return cut.map(({ label, rows }, place) => {
    const before = cut.slice(0, place).reduce((sum, other) => sum + other.rows.length, 0);
    return { label, rows: rows.map((emojis, row) => ({ row: before + row, emojis })) };
  });
}

function Row({
  row,
  emojis,
  at,
  onAt,
  onChoose,
}: {
  readonly row: number;
  readonly emojis: readonly Emoji[];
  readonly at: Cell;
  readonly onAt: (cell: Cell) => void;
  readonly onChoose: (sign: string) => void;
}): ReactElement {
  const { locale } = useWords();
  return (
    <tr>
      {emojis.map((emoji, column) => (
        <td key={emoji.sign}>
          <button
            type="button"
            data-cell={`${row},${column}`}
            tabIndex={at.row === row && at.column === column ? 0 : -1}
            aria-label={nameOf(emoji, locale)}
            title={nameOf(emoji, locale)}
            onFocus={() => onAt({ row, column })}
            onClick={() => onChoose(emoji.sign)}
          >
            {emoji.sign}
          </button>
        </td>
      ))}
    </tr>
  );
}
