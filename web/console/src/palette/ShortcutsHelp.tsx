import { Kbd, Modal, Switch } from "@mantine/core";
import type { ReactElement } from "react";
import { texts, type TextKey } from "./texts";
import { usePreferences } from "../shell/preferences";
import { useOpener } from "../shell/useOpener";
import { useTexts, useWords } from "../shell/words";

type Row = readonly [readonly string[], TextKey];

const groups: readonly (readonly [TextKey, readonly Row[]])[] = [
  [
    "keys.group.everywhere",
    [
      [[isApple() ? "⌘" : "Ctrl", "K"], "keys.palette"],
      [["/"], "keys.search"],
      [["F8"], "keys.notice"],
      [["?"], "keys.help"],
    ],
  ],
  [
    "keys.group.list",
    [
      [["j"], "keys.next"],
      [["k"], "keys.previous"],
    ],
  ],
  [
    "keys.group.conversation",
    [
      [["r"], "keys.reply"],
      [["q"], "keys.quote"],
      [["n"], "keys.note"],
      [["e"], "keys.resolve"],
      [["c"], "keys.claim"],
    ],
  ],
  [
    "keys.group.composer",
    [
      [["Enter"], "keys.send"],
      [["Shift", "Enter"], "keys.newLine"],
      [[isApple() ? "⌘" : "Ctrl", "Z"], "keys.undo"],
      [["/"], "keys.canned"],
      [["@"], "keys.mention"],
      [["Esc"], "keys.leave"],
    ],
  ],
];

function isApple(): boolean {
  return /Mac|iPhone|iPad/u.test(navigator.userAgent);
}

/// The list of keys, and the switch that WCAG 2.1.4 asks for.
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { preferences, change } = usePreferences();
  useOpener();
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.t("shortcuts.title")}
      lockScroll={false}
      closeButtonProps={{ "aria-label": t("keys.close") }}
    >
      {groups.map(([title, rows]) => (
        <Group key={title} title={t(title)} rows={rows} />
      ))}
      <Switch
        label={t("keys.enabled")}
        description={t("keys.enabledHint")}
        checked={preferences.shortcuts}
        onChange={(event) => change({ shortcuts: event.currentTarget.checked })}
      />
    </Modal>
  );
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }): ReactElement {
  const t = useTexts(texts);
  return (
    <section>
      <h3 className="shortcuts-group">{title}</h3>
      <dl className="shortcuts">
        {rows.map(([keys, label]) => (
          <div key={label} className="shortcuts-row">
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
