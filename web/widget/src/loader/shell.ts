import { style } from "./style";

/** The widget's one element in the page, and the launcher in it. */
export class Shell {
  readonly host: HTMLElement = document.createElement("chask-widget");
  readonly root: ShadowRoot = this.host.attachShadow({ mode: "open" });
  readonly launcher: HTMLElement = document.createElement("button");
  readonly #badge = document.createElement("span");

  constructor() {
    const { launcher } = this;
    launcher.className = "launcher";
    launcher.ariaHasPopup = "dialog";
    launcher.ariaExpanded = "false";
    this.#badge.className = "badge";
    launcher.append(this.#badge);
    this.root.append(launcher);
  }

  /** `color` is `#rgb` or `#rrggbb`. */
  setLook(side: string, color: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style(side, color, textOn(color)));
    this.root.adoptedStyleSheets = [sheet];
  }

  /** `mark` is what the badge says: how many messages are unread, or that something is wrong. */
  setLabel(label: string, mark: string): void {
    this.launcher.ariaLabel = mark ? `${label} (${mark})` : label;
    this.#badge.hidden = !mark;
    this.#badge.textContent = mark;
  }
}

/** `#000` or `#fff`, whichever stands out more: always at least 4.5:1 (WCAG 2.2, 1.4.3). */
export function textOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = (color.match(color.length < 7 ? /\w/g : /\w\w/g) ?? []).map(
    (part) => (Number.parseInt((part + part).slice(0, 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
}
