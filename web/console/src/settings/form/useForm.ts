import { useState } from "react";

export interface Form<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /// Whether it differs from what was saved.
  readonly dirty: boolean;
  /// Back to what was saved.
  readonly reset: () => void;
}

/// What is being written into a form. `saved` is what the server has; when that changes, the form follows it.
///
/// `draft` is what was written before, to go on with.
export function useForm<T extends object>(saved: T, draft: Partial<T> = {}): Form<T> {
  const [start, setStart] = useState(saved);
  const [value, setValue] = useState<T>({ ...saved, ...draft });
  const fresh = JSON.stringify(saved);
  if (fresh !== JSON.stringify(start)) {
    setStart(saved);
    setValue(saved);
  }
  return {
    value,
    change: (part) => setValue((present) => ({ ...present, ...part })),
    dirty: JSON.stringify(value) !== fresh,
    reset: () => setValue(saved),
  };
}
