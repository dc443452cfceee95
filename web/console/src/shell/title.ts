import { useEffect } from "react";

/// The title of the page with the unread count before it, so that a tab in the background shows it.
export function pageTitle(subject: string, unread: number): string {
  const badge = unread > 0 ? `(${unread > 99 ? "99+" : unread}) ` : "";
  return `${badge}${subject} · Chask`;
}

export function usePageTitle(subject: string, unread = 0): void {
  useEffect(() => {
    document.title = pageTitle(subject, unread);
  }, [subject, unread]);
}
