import type { Shell } from "../host";
import { style } from "./style";

export interface FullShell extends Shell {
  /** `color` is `#rgb` or `#rrggbb`. */
  readonly setLook: (side: string, color: string) => void;
  /** `mark` is what the badge says: how many messages are unread, or that something is wrong. */
  readonly setLabel: (label: string, mark: string) => void;
}

/** The widget's one element in the page, and the launcher in it. */
export function createShell(): FullShell {
  const host = document.createElement("chask-widget");
  const root = host.attachShadow({ mode: "open" });
  const launcher = document.createElement("button");
  const badge = document.createElement("span");
  launcher.className = "launcher";
  launcher.ariaHasPopup = "dialog";
  launcher.ariaExpanded = "false";
  badge.className = "badge";
  launcher.append(badge);
  root.append(launcher);
  return {
    host,
    root,
    launcher,
    setLook: (side, color) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style(side, color, textOn(color)));
      root.adoptedStyleSheets = [sheet];
    },
    setLabel: (label, mark) => {
      launcher.ariaLabel = mark ? `${label} (${mark})` : label;
      badge.hidden = !mark;
      badge.textContent = mark;
    },
  };
}

/** `#000` or `#fff`, whichever stands out more: always at least 4.5:1 (WCAG 2.2, 1.4.3). */
export function textOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = (color.match(color.length < 7 ? /\w/g : /\w\w/g) ?? []).map(
    (part) => (Number.parseInt((part + part).slice(0, 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
}
