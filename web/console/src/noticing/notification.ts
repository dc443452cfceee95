/// What a notification of the browser says, and where a click on it leads.
export interface Shown {
  readonly title: string;
  readonly body?: string;
  readonly href: string;
  /// One of the same tag takes the place of the one before, and comes up on the screen as that one did.
  readonly tag: string;
}

let refused = false;

/// Whether this browser shows what a page notifies of. Those of phones have a word for it, are allowed it, and refuse to
/// make one. To make one is the only way to know that, and elsewhere it would be seen: there it is learnt by the first.
export function canNotify(): boolean {
  if (!("Notification" in window)) {
    return false;
  }
  if (!refused && !window.matchMedia("(hover: hover)").matches) {
    showNotification({ title: "", href: "", tag: "try" })();
  }
  return !refused;
}

/// Shows it, unless the browser refuses.
///
/// @returns takes it off the screen
export function showNotification({ title, body, href, tag }: Shown): () => void {
  try {
    const options = {
      tag: `chask.${tag}`,
      // Or the browser changes its words where nobody sees them any more.
      renotify: true,
      icon: "/console/favicon.svg",
      ...(body === undefined ? {} : { body }),
    };
    // The sound is this console's own affair.
    const notification = new Notification(title, { ...options, silent: true });
    notification.addEventListener("click", () => {
      window.focus();
      window.location.hash = href;
      notification.close();
    });
    return () => notification.close();
  } catch {
    // Browsers of phones show notifications of installed applications only.
    refused = true;
    return () => undefined;
  }
}
