/// Without a keystroke for so long, the agent is no longer typing.
export const idleMilliseconds = 4000;

/// Tells the visitor that a reply is being written, and when it no longer is.
export interface TypingSignal {
  /// Call at every keystroke.
  readonly go: () => void;
  readonly stop: () => void;
}

/// `after` runs something once after so many milliseconds; its result calls it off.
export function createTypingSignal(
  tell: (active: boolean) => void,
  after: (milliseconds: number, run: () => void) => () => void,
): TypingSignal {
  let callOff: (() => void) | undefined;
  const stop = (): void => {
    if (callOff !== undefined) {
      callOff();
      callOff = undefined;
      tell(false);
    }
  };
  return {
    stop,
    go: () => {
      callOff?.();
      callOff = after(idleMilliseconds, stop);
      tell(true);
    },
  };
}
