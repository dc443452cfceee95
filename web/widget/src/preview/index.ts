/**
 * The script of a page that shows the real widget with a look that nobody has saved yet, for the console. The page runs in
 * a frame without an origin, whose policy lets nothing out: what the widget asks for is answered here. What to show stands
 * in the address, so that nobody has to be sent a message.
 */
import type { ChaskWidgetApi } from "../api";
import { answerFetch, QuietSocket } from "./answers";
import { decorate } from "./page";
import { readWish } from "./wish";

declare global {
  interface Window {
    ChaskWidget: ChaskWidgetApi;
  }
}

const names = { apiKey: "preview", organizationId: "preview" } as const;

// Before the widget's script runs, which stands behind this one in the page.
Object.defineProperty(window, "fetch", { value: answerFetch(() => readWish(location.hash)) });
Object.defineProperty(window, "WebSocket", { value: QuietSocket });
// They are there, and refuse a page without an origin when they are asked.
Object.defineProperty(navigator, "locks", { value: undefined });
// Whoever writes into the form beside the frame keeps the focus. What a person clicks in here gets it all the same.
Object.defineProperty(HTMLElement.prototype, "focus", { value: () => undefined });

/** Shows what the address says, instead of what was shown. */
function show(): void {
  const wish = readWish(location.hash);
  const widget = window.ChaskWidget;
  if (!wish) {
    return;
  }
  widget.destroy();
  decorate(wish.mode);
  void widget
    .init({ ...names, locale: wish.locale, theme: { mode: wish.mode } })
    .then(() => {
      const root = document.querySelector("chask-widget")?.shadowRoot;
      if (root) {
        // Each change would make the window rise anew.
        const still = new CSSStyleSheet();
        still.replaceSync(".window.window{animation:none}");
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, still];
      }
      return wish.open && widget.open();
    })
    .catch(() => undefined);
}

addEventListener("DOMContentLoaded", show);
addEventListener("hashchange", show);
