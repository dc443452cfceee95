import type { Locale } from "../api";
import type { WidgetSettings } from "../settings";

/** What is to be shown. */
export interface Wish {
  readonly settings: WidgetSettings;
  readonly locale: Locale;
  readonly mode: "light" | "dark";
  readonly open: boolean;
}

/** Reads it from a fragment; nothing where it cannot be read. Only the console writes it, and it can do no harm here. */
export function readWish(fragment: string): Wish | undefined {
  try {
    const wish: Wish = JSON.parse(decodeURIComponent(fragment.slice(1)));
    return wish.settings && wish;
  } catch {
    return undefined;
  }
}
