import { caught } from "../promise";
import { nothing } from "../rest";
import type { Core } from "./core";

/** A page that is only passed through, as by a redirect, is none that was looked at. */
const settled = 1_000;

/** Clients that tell of their pages already. */
const telling = new WeakSet<AbortController>();

/**
 * Tells the server of each further page of a site that goes from one to the next without loading it; the first is told
 * with the session. Known by the browser's Navigation API; where there is none, the next session tells.
 */
export function tellPages({ ended, environment, options, sessions }: Core): void {
  const { page } = options;
  if (!page || !("navigation" in globalThis) || telling.has(ended)) {
    return;
  }
  telling.add(ended);
  const { navigation } = globalThis;
  const { activation, currentEntry } = navigation;
  // It may have changed between the session and this: what was told then is not known here.
  const isFirst = (activation?.entry ?? currentEntry)?.id === currentEntry?.id;
  let told = isFirst ? page().url : "";
  let cancel: (() => void) | undefined;
  const tell = (): void => {
    const { url, title } = page();
    if (url !== told && sessions.current()) {
      told = url;
      const body = { url: url.slice(0, 2_048), title: title.slice(0, 300) };
      void caught(sessions.ask({ method: "PUT", path: "/v1/widget/page", body }, nothing));
    }
  };
  const tellSoon = (): void => {
    cancel?.();
    cancel = environment.after(settled, tell);
  };
  navigation.addEventListener("currententrychange", tellSoon, { signal: ended.signal });
  if (!told) {
    tellSoon();
  }
}
