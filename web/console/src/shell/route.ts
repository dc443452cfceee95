import { useSyncExternalStore } from "react";

/// What the address names. It stands in the fragment, so that the server needs to know one page only.
export type Route =
  | { readonly view: "inbox" }
  /// `at`: the id of the message or note to show, or `mentionPlace`.
  | { readonly view: "conversation"; readonly id: string; readonly at?: string }
  /// Somebody who is to become an agent.
  | { readonly view: "invitation"; readonly token: string }
  /// Without a page: the list of pages, which a wide window shows beside the first of them.
  | { readonly view: "settings"; readonly page: string | undefined }
  /// Of these days: `7`, `2026-11-01_2026-11-25`; without them those that are shown first.
  | { readonly view: "reports"; readonly days: string | undefined };

const conversationPath =
  /^#\/conversations\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/([0-9a-f-]{36}|mention))?$/i;

/// In the place of a message: the first note that mentions the agent and that he has not seen.
export const mentionPlace = "mention";

const invitationPath = /^#\/invitation\/([\w.-]+)$/;

const settingsPath = /^#\/settings(?:\/([a-z-]+))?$/;

const reportsPath = /^#\/reports(?:\/([\w-]+))?$/;

export function parseRoute(hash: string): Route {
  const token = invitationPath.exec(hash)?.[1];
  if (token !== undefined) {
    return { view: "invitation", token };
  }
  const settings = settingsPath.exec(hash);
  if (settings !== null) {
    return { view: "settings", page: settings[1] };
  }
  const reports = reportsPath.exec(hash);
  if (reports !== null) {
    return { view: "reports", days: reports[1] };
  }
  const [, id, at] = conversationPath.exec(hash) ?? [];
  if (id === undefined) {
    return { view: "inbox" };
  }
  const conversation = { view: "conversation", id: id.toLowerCase() } as const;
  return at === undefined ? conversation : { ...conversation, at: at.toLowerCase() };
}

/// The address of a page of the settings; of their list without one.
export function settingsHref(page?: string): string {
  return page === undefined ? "#/settings" : `#/settings/${page}`;
}

/// The address of the reports of these days.
export function reportsHref(days?: string): string {
  return days === undefined ? "#/reports" : `#/reports/${days}`;
}

/// The address of a conversation; of one of its messages or notes with that one's id.
export function conversationHref(id: string, at?: string): string {
  return at === undefined ? `#/conversations/${id}` : `#/conversations/${id}/${at}`;
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
