import css from "./style.css?inline";

/** What few visitors need at once: files and the list of conversations. Loaded after the window can be typed into. */
export { showFile } from "./file";
export { createList } from "./list";
export { createTray } from "./tray";

const dressed = new WeakSet<ShadowRoot>();

/** Adds the styles of these parts, once for each widget. */
export function dress(root: ShadowRoot): void {
  if (!dressed.has(root)) {
    dressed.add(root);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
