import { useCallback, useEffect, useState } from "react";
import { whenSeen } from "../shell/seen";

/// What has been in sight since the thread was opened, by id, and what is told of each that comes into sight.
export function useSighted(tell: (id: string) => void): readonly [ReadonlySet<string>, (id: string) => void] {
  const [sighted, setSighted] = useState<ReadonlySet<string>>(new Set());
  const onSight = useCallback(
    (id: string) => {
      setSighted((before) => new Set([...before, id]));
      tell(id);
    },
    [tell],
  );
  return [sighted, onSight];
}

/// Longer than the thread takes to open, and what is in sight then to be noticed.
const farMilliseconds = 500;

/// Whether the agent has looked at the thread for a moment and the target has not been in sight. It may still have to be
/// loaded, and have no id: null.
export function useFar(target: string | null | undefined, sighted: ReadonlySet<string>): boolean {
  const [waited, setWaited] = useState<string | null>();
  useEffect(() => {
    if (target === undefined) {
      return undefined;
    }
    let timer: number | undefined;
    const end = whenSeen(() => {
      timer = window.setTimeout(() => setWaited(target), farMilliseconds);
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [target]);
  return target !== undefined && waited === target && (target === null || !sighted.has(target));
}

/// The way to where something begins that the agent should see.
export interface Way {
  readonly far: boolean;
  /// What to go to; some id that is in no thread while it is not loaded.
  readonly wanted: string | undefined;
  readonly want: () => void;
}

export function useWay(target: string | null | undefined, sighted: ReadonlySet<string>): Way {
  const [asked, setAsked] = useState<string | null>();
  if (asked === null && target !== null) {
    setAsked(target);
  }
  const far = useFar(target, sighted);
  const isAsked = target !== undefined && (asked === null || asked === target);
  return {
    far: far && !isAsked,
    wanted: isAsked ? (target ?? "not loaded") : undefined,
    want: () => setAsked(target),
  };
}
