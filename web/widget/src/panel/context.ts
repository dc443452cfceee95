import { button, el, icon } from "./dom";
import type { Locale } from "../api";
import type { ExtraModule, Host, Session } from "../host";
import type { Catalogue } from "../locales/catalogue";

/** What every part of the panel works with, in one language. */
export interface Context {
  readonly host: Host;
  readonly session: Session;
  readonly words: Catalogue;
  readonly locale: Locale;
  readonly tools: Tools;
}

/** What draws; the chunk of the extras gets it here, since a chunk does not import from another. */
export interface Tools {
  readonly el: typeof el;
  readonly button: typeof button;
  readonly icon: typeof icon;
  readonly filled: typeof filled;
}

export const tools: Tools = { el, button, icon, filled };

/** Puts a name or number into a text of the catalogue. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));
}

/** Does something with what few visitors need at once, as soon as it is there. */
export function withExtra({ host }: Context, use: (extra: ExtraModule) => void): void {
  host.persist(host.chunks.extra).then(
    (extra) => {
      extra.dress(host.shell.root);
      return use(extra);
    },
    () => undefined,
  );
}
