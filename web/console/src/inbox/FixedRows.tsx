import {
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";

/// How many rows above and below those in sight are in the page too.
const spare = 3;

/// How many rows come into the page at once: laying out a screen full of them is felt as a jerk.
const most = 2;

/// The window moves in steps, not with each row.
const step = 2;

interface FixedRowsProps<T> {
  readonly rows: readonly T[];
  /// Of every row, in pixels.
  readonly rowHeight: number;
  /// `top` is the row's place in the list, in pixels.
  readonly render: (row: T, top: number) => ReactElement;
  /// The place of the row to keep in sight when it changes; -1 for none.
  readonly kept: number;
  readonly keptKey: string | undefined;
  /// Shown behind the last row.
  readonly foot: ReactNode;
  /// So many of the rows are as they are now.
  readonly fresh: number;
  /// The last of the fresh rows comes into sight.
  readonly onEnd: () => void;
}

/// A list of which only the rows in sight are in the page. All are of one height, so nothing is measured; each stands at
/// its own place, so those that stay are neither laid out nor painted again; new ones are drawn in slices between the
/// frames, so that scrolling never waits for them.
export function FixedRows<T>(props: FixedRowsProps<T>): ReactElement {
  const { rows, rowHeight, render, foot } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useWindow(scroller, rowHeight, rows.length);
  useEnd(to >= props.fresh, props.fresh, props.onEnd);
  useKept(scroller, props);
  const first = Math.min(from, Math.max(0, rows.length - 1));
  return (
    <div ref={scroller} className="inbox-list rows">
      <div className="rows-all" style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, to).map((row, index) => render(row, (first + index) * rowHeight))}
      </div>
      {foot}
    </div>
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/// What of the list is in sight, in pixels.
interface Sight {
  readonly top: number;
  readonly height: number;
}

/// Of no more rows than there are: of a page that comes, too, only a slice is drawn at once.
function rangeOf({ top, height }: Sight, rowHeight: number, count: number): Range {
  const first = Math.floor(top / rowHeight / step) * step;
  const fit = Math.ceil(height / rowHeight) + step;
  return { from: Math.max(0, first - spare), to: Math.min(count, first + fit + spare) };
}

/// As far towards the wanted rows as may be drawn at once; from the first one in sight where nothing of them is there.
function towards(drawn: Range, wanted: Range): Range {
  if (wanted.from >= drawn.to || drawn.from >= wanted.to) {
    const from = wanted.from === 0 ? 0 : wanted.from + spare;
    return { from, to: Math.min(wanted.to, from + most) };
  }
  // First below, then above: both at once would be two slices.
  const to = Math.min(wanted.to, drawn.to + most);
  return { from: Math.max(wanted.from, to > drawn.to ? drawn.from : drawn.from - most), to };
}

/// Which rows are in the page. One move is drawn at a time: a new one for each frame would begin the drawing anew and
/// never end it.
function useWindow(
  scroller: { readonly current: HTMLElement | null },
  rowHeight: number,
  count: number,
): Range {
  const [range, setRange] = useState<Range>({ from: 0, to: 16 });
  const wanted = useRef(range);
  const drawn = useRef(range);
  // As the last event had it: to ask the element just after a drawing would make the browser lay it out at once.
  const sight = useRef<Sight | undefined>(undefined);
  const counted = useRef(count);
  const move = useCallback(() => {
    if (sight.current === undefined || wanted.current !== drawn.current) {
      return;
    }
    const next = towards(drawn.current, rangeOf(sight.current, rowHeight, counted.current));
    if (next.from !== drawn.current.from || next.to !== drawn.current.to) {
      wanted.current = next;
      startTransition(() => setRange(next));
    }
  }, [rowHeight]);
  useEffect(() => {
    drawn.current = range;
    counted.current = count;
    // It may have been scrolled on meanwhile. Not before the next frame: it would lay out both slices at once.
    const next = requestAnimationFrame(move);
    return () => cancelAnimationFrame(next);
  }, [range, count, move]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    const look = (): void => {
      sight.current = { top: element.scrollTop, height: element.clientHeight };
      move();
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, move]);
  return range;
}

/// Asks for more when the end comes into sight, and for each new number of rows while it is.
function useEnd(inSight: boolean, count: number, onEnd: () => void): void {
  const asked = useRef(-1);
  useEffect(() => {
    const before = asked.current;
    asked.current = inSight ? count : -1;
    if (inSight && before !== count) {
      onEnd();
    }
  }, [inSight, count, onEnd]);
}

function useKept(
  scroller: { readonly current: HTMLElement | null },
  { kept, keptKey, rowHeight }: Pick<FixedRowsProps<unknown>, "kept" | "keptKey" | "rowHeight">,
): void {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const element = scroller.current;
    // The row moves when somebody writes; the list moves only when another one is chosen.
    if (element === null || kept < 0 || shown.current === keptKey) {
      return;
    }
    shown.current = keptKey;
    const top = kept * rowHeight;
    if (top < element.scrollTop) {
      element.scrollTo({ top });
    } else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTo({ top: top + rowHeight - element.clientHeight });
    }
  }, [scroller, kept, keptKey, rowHeight]);
}
