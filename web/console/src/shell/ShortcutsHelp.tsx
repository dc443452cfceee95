import { Kbd, Modal, Switch } from "@mantine/core";
import type { ReactElement } from "react";
import type { Key } from "./locale";
import { usePreferences } from "./preferences";
import { useWords } from "./words";

const rows: readonly (readonly [readonly string[], Key])[] = [
  [["j"], "shortcuts.next"],
  [["k"], "shortcuts.previous"],
  [["r"], "shortcuts.reply"],
  [["n"], "shortcuts.note"],
  [["e"], "shortcuts.resolve"],
  [["c"], "shortcuts.claim"],
  [["/"], "shortcuts.search"],
  [["Esc"], "shortcuts.leave"],
  [["Enter"], "composer.send"],
  [["Shift", "Enter"], "shortcuts.newLine"],
  [["?"], "shortcuts.help"],
];

/// The list of keys, and the switch that WCAG 2.1.4 asks for.
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { preferences, change } = usePreferences();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("shortcuts.title")}
      lockScroll={false}
      closeButtonProps={{ "aria-label": t("shortcuts.close") }}
    >
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
      <Switch
        label={t("shortcuts.enabled")}
        description={t("shortcuts.enabledHint")}
        checked={preferences.shortcuts}
        onChange={(event) => change({ shortcuts: event.currentTarget.checked })}
      />
    </Modal>
  );
}
