import { useEffect, useRef } from "react";
import { usePreferences } from "./preferences";

/// What a key does, by the character it writes.
export type Shortcuts = Readonly<Record<string, () => void>>;

/// Runs a shortcut when its key is pressed outside of text fields and dialogs, without Ctrl, Alt or Meta.
export function useShortcuts(shortcuts: Shortcuts): void {
  const { preferences } = usePreferences();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!preferences.shortcuts) {
      return undefined;
    }
    const press = (event: KeyboardEvent): void => {
      const run = isForShortcuts(event) ? latest.current[event.key] : undefined;
      if (run !== undefined) {
        event.preventDefault();
        run();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [preferences.shortcuts]);
}

function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) {
    return false;
  }
  const { target } = event;
  return (
    !(target instanceof Element) ||
    target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]") === null
  );
}
