import type { Locale } from "../api";
import type { Host, Parts, Session } from "../host";
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

/** Does something with a part of the panel that is loaded when it is first needed, as soon as it is there. */
export function later<N extends "thread" | "extra">(
  { host }: Context,
  name: N,
  use: (part: Parts[N]) => void,
): void {
  host
    .persist(() => host.chunks(name))
    .then(
      (part) => {
        part.dress(host.shell.root);
        return use(part);
      },
      () => undefined,
    );
}
