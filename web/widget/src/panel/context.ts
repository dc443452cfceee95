import type { Locale } from "../api";
import type { Host, Session } from "../host";
import type { Catalogue } from "../locales/catalogue";

/** What every part of the panel works with, in one language. */
export interface Context {
  readonly host: Host;
  readonly session: Session;
  readonly words: Catalogue;
  readonly locale: Locale;
}

/** Puts a name or number into a text of the catalogue. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));
}

/** What few visitors need at once: files and the list of conversations. */
export async function extra({ host }: Context): Promise<typeof import("../extra")> {
  const module = await import("../extra");
  module.dress(host.shell.root);
  return module;
}
