import { useSyncExternalStore } from "react";

/// What the address names. It stands in the fragment, so that the server needs to know one page only.
export type Route = { readonly view: "inbox" } | { readonly view: "conversation"; readonly id: string };

const conversationPath = /^#\/conversations\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export function parseRoute(hash: string): Route {
  const id = conversationPath.exec(hash)?.[1];
  return id === undefined ? { view: "inbox" } : { view: "conversation", id: id.toLowerCase() };
}

export function conversationHref(id: string): string {
  return `#/conversations/${id}`;
}

export const inboxHref = "#/";

/// The route of the address, live.
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(watchHash, readHash));
}

function watchHash(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

function readHash(): string {
  return window.location.hash;
}

/// Goes there without a new entry in the history.
export function replaceRoute(href: string): void {
  window.location.replace(href);
}
