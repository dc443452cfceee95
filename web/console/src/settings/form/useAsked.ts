import { useEffect, useState, useSyncExternalStore } from "react";

/// What a page has open, such as one of its dialogs.
export interface Asking<T> {
  readonly asked: T | undefined;
  readonly ask: (what: T | undefined) => void;
  /// Asks for it also after the page was left: whichever is there by then opens it, or the next that comes.
  readonly reopen: (what: T) => void;
}

/// What a page is to open, whether it is there or not.
export interface Reopening<T> {
  readonly get: () => T | undefined;
  readonly put: (what: T | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/// One for each page, which outlives it.
export function createReopening<T>(): Reopening<T> {
  let wanted: T | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => wanted,
    put: (what) => {
      wanted = what;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useAsked<T>(reopening: Reopening<T>): Asking<T> {
  const wanted = useSyncExternalStore(reopening.subscribe, reopening.get);
  const [seen, setSeen] = useState<T>();
  const [asked, setAsked] = useState<T>();
  if (wanted !== seen) {
    setSeen(() => wanted);
    setAsked(() => wanted ?? asked);
  }
  useEffect(() => {
    if (wanted !== undefined) {
      reopening.put(undefined);
    }
  }, [reopening, wanted]);
  return { asked, ask: (what) => setAsked(() => what), reopen: reopening.put };
}
