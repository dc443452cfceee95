import { useState } from "react";
import { merged, same } from "./merged";

export interface Form<T> {
  readonly value: T;
  /// What the server had when the changes began.
  readonly start: T;
  readonly change: (part: Partial<T>) => void;
  /// Whether it differs from what was saved.
  readonly dirty: boolean;
  /// Back to what was saved.
  readonly reset: () => void;
  /// What was sent has been saved, and came back like this. What was written meanwhile stays to be saved.
  readonly settle: (sent: T, saved: T) => void;
}

/// Changes that are not saved, and upon what they were made.
export interface Changes<T> {
  readonly start: T;
  readonly value: T;
}

/// What is being written into a form. `saved` is what the server has; when that changes, the form follows it in the fields
/// that nobody has changed here.
///
/// `kept` is what was written before, to go on with.
export function useForm<T extends object>(saved: T, kept?: Changes<T>): Form<T> {
  const [seen, setSeen] = useState(saved);
  const [start, setStart] = useState(saved);
  const [value, setValue] = useState<T>(() =>
    kept === undefined ? saved : merged(kept.value, kept.start, saved),
  );
  if (!same(saved, seen)) {
    setSeen(saved);
    setStart(saved);
    setValue(merged(value, start, saved));
  }
  return {
    value,
    start,
    change: (part) => setValue((present) => ({ ...present, ...part })),
    dirty: !same(value, start),
    reset: () => setValue(start),
    settle: (sent, answer) => {
      setStart(answer);
      setValue((present) => merged(present, sent, answer));
    },
  };
}
