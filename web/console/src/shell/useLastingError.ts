import { useState } from "react";

/// Why nothing is there, also while it is asked for again: the library forgets it then, and what says it would go and come
/// with each attempt, and with it the focus.
export function useLastingError({
  data,
  error,
}: {
  /// Undefined until it has come once.
  readonly data: unknown;
  readonly error: Error | null;
}): Error | null {
  const [last, setLast] = useState(error);
  const now = data === undefined ? (error ?? last) : error;
  if (now !== last) {
    setLast(now);
  }
  return now;
}
