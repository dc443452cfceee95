/// Longer than somebody who reads leaves the keys and the pointer alone.
const idleMilliseconds = 2 * 60_000;

/// Whether somebody has this page before his eyes.
export interface Attention {
  /// There is a sign of him.
  readonly note: () => void;
  /// The page has come to the front, or has gone from there.
  readonly turn: () => void;
  readonly stop: () => void;
}

export interface AttentionOptions {
  /// Milliseconds.
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /// Whether the page is the one that would be looked at.
  readonly inFront: () => boolean;
  readonly tell: (attentive: boolean) => void;
}

/// A page in front of an empty chair is looked at by nobody: after a while without a sign of him, the agent is told of
/// what comes in, although it comes in before his eyes.
export function createAttention({ now, after, inFront, tell }: AttentionOptions): Attention {
  let sign = now();
  let attentive = false;
  let callOff: (() => void) | undefined;
  const look = (): void => {
    callOff?.();
    const left = sign + idleMilliseconds - now();
    attentive = inFront() && left > 0;
    callOff = attentive ? after(left, look) : undefined;
    tell(attentive);
  };
  const note = (): void => {
    sign = now();
    // Pointers move often: nothing else is done for those who are known to be there.
    if (!attentive) {
      look();
    }
  };
  look();
  return { note, turn: look, stop: () => callOff?.() };
}
