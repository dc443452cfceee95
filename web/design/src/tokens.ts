/** The look of Chask in one place: what widget, console, documentation and demo share. Colours are `#rrggbb`. */

/** Colours by role; each theme gives every one. Text roles reach 4.5:1 on every surface they stand on. */
export interface Colors {
  /** Ground of a page. */
  readonly ground: string;
  /** Ground of a window, card or list. */
  readonly surface: string;
  /** A surface that lies deeper: fields, code, the other side's bubble. */
  readonly sunken: string;
  /** A surface under the pointer or selected. */
  readonly raised: string;
  readonly border: string;
  /** Edges of controls, at least 3:1 on surfaces. */
  readonly edge: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly success: string;
  readonly warning: string;
  readonly danger: string;
  /** Ground of internal notes, never mistakable for a reply. */
  readonly note: string;
}

export const light: Colors = {
  ground: "#f4f6f9",
  surface: "#ffffff",
  sunken: "#eef1f5",
  raised: "#f5f7fa",
  border: "#dde2e9",
  edge: "#848e9c",
  text: "#18202b",
  muted: "#566172",
  accent: "#3b5bdb",
  onAccent: "#ffffff",
  success: "#1f7a36",
  warning: "#9a5200",
  danger: "#c92a2a",
  note: "#fff4d6",
};

export const dark: Colors = {
  ground: "#0f1319",
  surface: "#171c24",
  sunken: "#242c38",
  raised: "#1f2631",
  border: "#2c3542",
  edge: "#6f7b8b",
  text: "#e8ecf1",
  muted: "#a3aebc",
  accent: "#8098f9",
  onAccent: "#10141a",
  success: "#69cf80",
  warning: "#f2b25c",
  danger: "#ff8f8f",
  note: "#382f17",
};

/** Pixels. Controls, cards, windows and bubbles. */
export const radius = { control: 6, card: 10, window: 16 } as const;

/** Pixels: the grid all distances are multiples of. */
export const grid = 4;

/** Milliseconds; none of it where reduced motion is asked for. */
export const motion = { control: 120, window: 200 } as const;

/** Two levels only. */
export const shadow = {
  rest: "0 1px 2px #0f172a14, 0 1px 3px #0f172a1a",
  floating: "0 2px 6px #0f172a1f, 0 12px 32px #0f172a33",
} as const;

/** Font families: the widget takes the system's, console and documentation bring Inter with them. */
export const font = {
  system: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  interface: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  code: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
} as const;
