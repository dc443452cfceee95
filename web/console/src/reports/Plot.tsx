import { useEffect, useRef, useState, type ReactElement } from "react";
import { ceiling } from "./amounts";
import "./plot.css";

/// What a chart draws: one value a place, undefined where there is none.
export interface Series {
  readonly label: string;
  readonly values: readonly (number | undefined)[];
  /// The first of a chart has the accent.
  readonly kind: "bars" | "line";
}

const height = 200;
const bottom = 24;
const gap = 16;
/// Height of a line of text.
const line = 16;
/// What is narrower has no room for names beside it.
const narrowest = 480;

/// Bars and lines over days or hours, with the names of the series beside them; above them where it is narrow.
export function Plot({
  label,
  places,
  series,
  format,
  time = false,
}: {
  /// Says to those who do not see it what it is.
  readonly label: string;
  /// What stands below each place.
  readonly places: readonly string[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  /// Values are seconds.
  readonly time?: boolean;
}): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const narrow = width < narrowest;
  const names = narrow ? 0 : room(series.map(({ label: name }) => name));
  // The names of the first and last place reach out by half.
  const right = gap + Math.max(names, room(places.slice(-1)) / 2);
  const most = ceiling(
    Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))),
    time,
  );
  const ticks = [0, most / 2, most].map((value) => ({ value, name: format(value) }));
  const left = gap + Math.max(room(ticks.map(({ name }) => name)), room(places.slice(0, 1)) / 2);
  const step = (width - left - right) / places.length;
  const top = narrow ? 12 + line * 1.5 : 12;
  const scale: Scale = {
    top,
    x: (place) => left + (place + 0.5) * step,
    y: (value) => top + (1 - value / most) * (height - top - bottom),
    step,
  };
  return (
    <div ref={frame} className="plot">
      <svg width={width} height={height} role="img" aria-label={label}>
        {ticks.map(({ value, name }) => (
          <g key={value} className="plot-rule">
            <line x1={left} x2={width - right} y1={scale.y(value)} y2={scale.y(value)} />
            <text x={left - 8} y={scale.y(value) + 4} textAnchor="end">
              {name}
            </text>
          </g>
        ))}
        {series.map((one) => (one.kind === "bars" ? <Bars key={one.label} {...one} scale={scale} /> : null))}
        {series.map((one) => (one.kind === "line" ? <Line key={one.label} {...one} scale={scale} /> : null))}
        {narrow ? (
          <NamesAbove series={series} />
        ) : (
          <Names series={series} scale={scale} x={width - right + gap / 2} />
        )}
        <Places places={places} step={step} x={scale.x} />
        <Readings places={places} series={series} scale={scale} format={format} />
      </svg>
    </div>
  );
}

/// What the longest of these texts takes: some 7 pixels a letter.
function room(texts: readonly string[]): number {
  return 7 * Math.max(0, ...texts.map(({ length }) => length));
}

interface Scale {
  readonly top: number;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
}

interface Drawn extends Series {
  readonly scale: Scale;
}

function Bars({ values, scale }: Drawn): ReactElement {
  const wide = Math.max(1, Math.min(28, scale.step * 0.7));
  return (
    <g className="plot-bars">
      {values.map((value, place) =>
        value === undefined || value === 0 ? null : (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a place is what it is
            key={place}
            x={scale.x(place) - wide / 2}
            y={scale.y(value)}
            width={wide}
            height={Math.max(1, scale.y(0) - scale.y(value))}
            rx={Math.min(3, wide / 4)}
          />
        ),
      )}
    </g>
  );
}

/// Broken where there is no value; a value between two gaps is a dot.
function Line({ values, scale }: Drawn): ReactElement {
  let path = "";
  values.forEach((value, place) => {
    if (value !== undefined) {
      path += `${values[place - 1] === undefined ? "M" : "L"}${scale.x(place)} ${scale.y(value)}`;
      path += values[place - 1] === undefined && values[place + 1] === undefined ? "h.01" : "";
    }
  });
  return <path className="plot-line" d={path} />;
}

/// At the height where each series ends, pushed apart where they would meet.
function Names({
  series,
  scale,
  x,
}: {
  readonly series: readonly Series[];
  readonly scale: Scale;
  readonly x: number;
}): ReactElement {
  return (
    <>
      {ends(series, scale).map(({ label, kind, y }) => (
        <text key={label} className="plot-name" data-kind={kind} x={x} y={y + 4}>
          {label}
        </text>
      ))}
    </>
  );
}

/// In one line, in their order.
function NamesAbove({ series }: { readonly series: readonly Series[] }): readonly ReactElement[] {
  return series.map(({ label, kind }, number) => {
    const before = series.slice(0, number).map((one) => room([one.label]) + gap);
    const x = before.reduce((sum, each) => sum + each, 0);
    return (
      <text key={label} className="plot-name" data-kind={kind} x={x} y={line - 4}>
        {label}
      </text>
    );
  });
}

interface End extends Pick<Series, "label" | "kind"> {
  readonly y: number;
}

function ends(series: readonly Series[], { top, y }: Scale): readonly End[] {
  const wanted = series
    .map(({ label, kind, values }) => ({
      label,
      kind,
      y: y(values.findLast((value) => value !== undefined) ?? 0),
    }))
    .toSorted((one, other) => one.y - other.y);
  return wanted.reduce<readonly End[]>((placed, end) => {
    const free = (placed.at(-1)?.y ?? top - line) + line;
    const lowest = height - bottom - line * (wanted.length - 1 - placed.length);
    return [...placed, { ...end, y: Math.max(free, Math.min(end.y, lowest)) }];
  }, []);
}

/// As many labels as there is room for.
function Places({
  places,
  step,
  x,
}: {
  readonly places: readonly string[];
  readonly step: number;
  readonly x: (place: number) => number;
}): ReactElement {
  const every = Math.ceil((gap + room(places)) / step);
  return (
    <g className="plot-places">
      {places.map((place, number) =>
        number % every === 0 ? (
          // oxlint-disable-next-line react/no-array-index-key -- a place is what it is
          <text key={number} x={x(number)} y={height - 6} textAnchor="middle">
            {place}
          </text>
        ) : null,
      )}
    </g>
  );
}

/// What a pointer reads at a place.
function Readings({
  places,
  series,
  scale,
  format,
}: {
  readonly places: readonly string[];
  readonly series: readonly Series[];
  readonly scale: Scale;
  readonly format: (value: number) => string;
}): ReactElement {
  return (
    <g className="plot-readings">
      {places.map((place, number) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- a place is what it is
          key={number}
          x={scale.x(number) - scale.step / 2}
          y={scale.top}
          width={scale.step}
          height={height - scale.top - bottom}
        >
          <title>{reading(place, series, number, format)}</title>
        </rect>
      ))}
    </g>
  );
}

function reading(
  place: string,
  series: readonly Series[],
  number: number,
  format: (value: number) => string,
): string {
  const values = series.flatMap(({ label, values: all }) => {
    const value = all[number];
    return value === undefined ? [] : [`${label}: ${format(value)}`];
  });
  return [place, ...values].join("\n");
}

/// The width of the element, live.
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const { current } = element;
    if (current === null) {
      return undefined;
    }
    const observer = new ResizeObserver(() => setWidth(Math.max(240, current.clientWidth)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
