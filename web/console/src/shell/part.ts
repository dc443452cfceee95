import { createElement, use, type FunctionComponent } from "react";

const toLoad = new Set<() => Promise<unknown>>();

/// How to ask anew for what did not come.
const failed = new Set<() => void>();

/// A part of the page that is loaded when it is first shown, or once the page has nothing else to do: what is opened for
/// the first time while there is no network has come by then. One that did not come is asked for again when it is next
/// shown, which React's own `lazy` would never do.
export function part<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let coming: Promise<FunctionComponent<P>> | undefined;
  const once = (): Promise<FunctionComponent<P>> => {
    if (coming === undefined) {
      coming = load();
      coming.catch(() => failed.add(() => (coming = undefined)));
    }
    return coming;
  };
  toLoad.add(once);
  return function Part(props: P) {
    return createElement(use(once()), props);
  };
}

/// Loads the parts one after the other, also those that only come to be known by it. One that does not come is asked for
/// when it is shown.
export async function loadParts(): Promise<void> {
  for (const load of toLoad) {
    toLoad.delete(load);
    // oxlint-disable-next-line no-await-in-loop -- nobody waits for them, and the page has other things to do
    await load().catch(forgetFailures);
  }
}

/// What did not come may come the next time. To be called once nothing that failed is shown any more: while it is shown
/// React would ask for it without end.
export function forgetFailures(): void {
  failed.forEach((forget) => forget());
  failed.clear();
  for (const sheet of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    if (sheet.sheet === null) {
      // The loader of the parts asks for a style once only.
      sheet.replaceWith(sheet.cloneNode());
    }
  }
}
