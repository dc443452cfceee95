import { useEffect, useId, useState, type ReactElement, type ReactNode } from "react";
import { isOne } from "./locale";
import { useWords } from "./words";

/// A list that opens over a text box. The focus stays in the box: its keys walk through the list, whose chosen entry the
/// box names (`aria-activedescendant`).
export interface Walk extends ListState {
  readonly place: number;
  readonly walkTo: (place: number) => void;
  /// Whether the key was the list's.
  readonly press: (key: string) => boolean;
}

/// What the text box has to tell assistive technology of the list.
export interface ListState {
  /// Its id.
  readonly list: string;
  /// The id of the chosen entry.
  readonly active: string | undefined;
}

/// A text box stays one: a `combobox` cannot have lines. It names the list and its chosen entry all the same.
export interface ListAttributes {
  readonly "aria-autocomplete"?: "list";
  readonly "aria-haspopup"?: "listbox";
  readonly "aria-controls"?: string;
  readonly "aria-activedescendant"?: string;
}

export function listAttributes(state: ListState | undefined): ListAttributes {
  return state === undefined
    ? {}
    : {
        "aria-autocomplete": "list",
        "aria-haspopup": "listbox",
        "aria-controls": state.list,
        ...(state.active === undefined ? {} : { "aria-activedescendant": state.active }),
      };
}

const steps: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/// The walk through as many entries; other words begin at the likeliest again.
export function useWalk({
  words,
  count,
  onChoose,
  onClose,
}: {
  readonly words: string;
  readonly count: number;
  readonly onChoose: (place: number) => void;
  readonly onClose: () => void;
}): Walk {
  const list = useId();
  const [chosen, setChosen] = useState({ words, place: 0 });
  const place = chosen.words === words ? Math.min(chosen.place, Math.max(0, count - 1)) : 0;
  const active = count === 0 ? undefined : `${list}-${place}`;
  useEffect(() => {
    document.querySelector(`#${CSS.escape(active ?? "-")}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const walkTo = (next: number): void => setChosen({ words, place: next });
  const press = (key: string): boolean => {
    const step = steps.get(key);
    if (step !== undefined) {
      const all = Math.max(1, count);
      walkTo((place + step + all) % all);
      return true;
    }
    if (key === "Escape") {
      onClose();
      return true;
    }
    if (count > 0 && (key === "Enter" || key === "Tab")) {
      onChoose(place);
      return true;
    }
    return false;
  };
  return { list, active, place, walkTo, press };
}

/// The entries of the walk. No element of its own is a list for a text box: `datalist` shows no second line and no chosen
/// entry.
// oxlint-disable jsx-a11y/prefer-tag-over-role
export function Listbox({
  walk,
  label,
  className,
  entries,
  onChoose,
}: {
  readonly walk: Walk;
  readonly label: string;
  readonly className: string;
  readonly entries: readonly { readonly key: string; readonly content: ReactNode }[];
  readonly onChoose: (place: number) => void;
}): ReactElement {
  return (
    <div id={walk.list} className={className} role="listbox" aria-label={label} hidden={entries.length === 0}>
      {entries.map(({ key, content }, at) => (
        // The keys are the text box's.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={key}
          id={`${walk.list}-${at}`}
          role="option"
          aria-selected={at === walk.place}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => walk.walkTo(at)}
          onClick={() => onChoose(at)}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
// oxlint-enable jsx-a11y/prefer-tag-over-role

/// How many there are, for whom does not see them.
export function Told({
  count,
  one,
  other,
}: {
  readonly count: number;
  readonly one: string;
  readonly other: string;
}): ReactElement {
  const { locale } = useWords();
  const text = isOne(locale, count) ? one : other;
  return <output className="visually-hidden">{count === 0 ? "" : text}</output>;
}
