import { useEffect, useRef } from "react";
import { isForInputMethod } from "./composing";
import { usePreferences } from "./preferences";

/// What a key does, by the character it writes. Names longer than a character belong to no key: the palette runs them.
export type Shortcuts = Readonly<Record<string, (words?: string) => void>>;

interface Place {
  readonly current: Shortcuts;
}

/// Where shortcuts hold now, the latest last.
const places = new Set<Place>();

/// What was asked for while its part was not there.
let awaited: { readonly name: string; readonly words: string | undefined } | undefined;

/// What can be done now.
export function canRun(name: string): boolean {
  return [...places].some(({ current }) => current[name] !== undefined);
}

/// Does what the key does; where nobody does it yet, as soon as somebody can.
export function runShortcut(name: string, words?: string): void {
  const able = [...places].filter(({ current }) => current[name] !== undefined);
  awaited = able.length === 0 ? { name, words } : undefined;
  able.forEach(({ current }) => current[name]?.(words));
}

/// Runs a shortcut when its key is pressed outside of text fields and dialogs, without Ctrl, Alt or Meta.
export function useShortcuts(shortcuts: Shortcuts): void {
  const { preferences } = usePreferences();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    places.add(latest);
    if (awaited !== undefined && latest.current[awaited.name] !== undefined) {
      runShortcut(awaited.name, awaited.words);
    }
    return () => void places.delete(latest);
  }, []);
  useEffect(() => {
    if (!preferences.shortcuts) {
      return undefined;
    }
    const press = (event: KeyboardEvent): void => {
      const held = event.repeat && !steps.has(event.key);
      const run = isForShortcuts(event) && !held ? latest.current[event.key] : undefined;
      if (run !== undefined) {
        event.preventDefault();
        run();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [preferences.shortcuts]);
}

/// What a key that is kept pressed does again and again: to go on in the list. All else is done once.
const steps = new Set(["j", "k"]);

/// Where a character is typed, chooses by its letter, or has a meaning of its own. A radio or a checkbox takes none: a click
/// on its label leaves the focus there.
const typing =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]";

function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isForInputMethod(event) || event.defaultPrevented) {
    return false;
  }
  const { target } = event;
  return !(target instanceof Element) || target.closest(typing) === null;
}

/// Whether something stands over the page and keeps the focus until it is left.
export function hasDialog(): boolean {
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}

/// Runs at Ctrl+K or ⌘K, inside of text boxes too, where a single key cannot.
export function useControlK(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.defaultPrevented) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
