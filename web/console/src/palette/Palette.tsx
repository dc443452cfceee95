/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox after the ARIA pattern: no element is one */
import { Kbd, Modal } from "@mantine/core";
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { isForInputMethod } from "../shell/composing";
import { useOpener } from "../shell/useOpener";
import { useTexts } from "../shell/words";
import type { Item } from "./items";
import { texts } from "./texts";
import { usePaletteItems } from "./usePaletteItems";
import "./palette.css";

/// One field from which everything can be reached: places, visitors, what can be done, and the search.
export function Palette({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  useOpener();
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={t("title")}
      classNames={{ header: "visually-hidden" }}
      lockScroll={false}
      size={600}
      padding={0}
      yOffset="12vh"
    >
      <Chooser account={account} onClose={onClose} />
    </Modal>
  );
}

function Chooser({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const list = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const items = usePaletteItems(typed, account);
  const choosable = items.filter(({ outdated }) => outdated !== true);
  const at = Math.min(chosen, choosable.length - 1);
  const current = choosable[at];
  const run = (item: Item | undefined): void => {
    if (item !== undefined) {
      onClose();
      item.run();
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (isForInputMethod(event.nativeEvent)) {
      return;
    }
    const next = stepOf(event.key, at, choosable.length);
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
      document.getElementById(optionId(list, choosable[next]))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(current);
    }
  };
  return (
    <div className="palette">
      <input
        className="palette-input"
        role="combobox"
        aria-label={t("title")}
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : optionId(list, current)}
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <Options id={list} items={items} current={current} onChoose={run} />
      {items.length === 0 ? <p className="palette-nothing">{t("nothing")}</p> : null}
    </div>
  );
}

function stepOf(key: string, at: number, count: number): number | undefined {
  switch (count === 0 ? "" : key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function optionId(list: string, item: Item | undefined): string {
  return `${list}${item?.id ?? ""}`;
}

const groups = [
  { group: "act", title: "group.act" },
  { group: "go", title: "group.go" },
  { group: "own", title: "group.own" },
  { group: "people", title: "group.people" },
  { group: "search", title: "group.search" },
] as const;

function Options({
  id,
  items,
  current,
  onChoose,
}: {
  readonly id: string;
  readonly items: readonly Item[];
  readonly current: Item | undefined;
  readonly onChoose: (item: Item) => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <div id={id} className="palette-list" role="listbox" aria-label={t("results")}>
      {groups
        .map(({ group, title }) => ({ title, members: items.filter((item) => item.group === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ title, members }) => (
          <div key={title} role="group" aria-label={t(title)}>
            <div className="palette-group" aria-hidden="true">
              {t(title)}
            </div>
            {members.map((item) => (
              <Option
                key={item.id}
                id={optionId(id, item)}
                item={item}
                current={item === current}
                onChoose={() => onChoose(item)}
              />
            ))}
          </div>
        ))}
    </div>
  );
}

/// The focus stays in the field: the keys are its own.
function Option({
  id,
  item,
  current,
  onChoose,
}: {
  readonly id: string;
  readonly item: Item;
  readonly current: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={item.outdated === true}
      className="palette-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={item.outdated === true ? undefined : onChoose}
    >
      <span className="palette-words">
        <bdi className="cut">{item.label}</bdi>
        {item.hint === undefined || item.hint === "" ? null : (
          <bdi className="palette-hint cut">{item.hint}</bdi>
        )}
      </span>
      {item.keys === undefined ? null : <Kbd className="palette-key">{item.keys}</Kbd>}
    </div>
  );
}
