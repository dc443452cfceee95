import { useEffect, useState } from "react";

/// What a page has open, such as one of its dialogs.
export interface Asking<T> {
  readonly asked: T | undefined;
  readonly ask: (what: T | undefined) => void;
  /// Opens anew what is open now; where the page has been left by then, as soon as it is back.
  readonly again: () => void;
}

/// `reopened` outlives the page, and holds what is to be open when it is back.
export function useAsked<T>(reopened: Set<T>): Asking<T> {
  const [asked, ask] = useState<T | undefined>(() => [...reopened][0]);
  useEffect(() => {
    reopened.clear();
  });
  return {
    asked,
    ask: (what) => ask(() => what),
    again: () => {
      if (asked !== undefined) {
        reopened.add(asked);
      }
      ask(() => asked);
    },
  };
}
