/// What a notification of the browser says, and where a click on it leads.
export interface Shown {
  readonly title: string;
  readonly body?: string;
  readonly href: string;
  /// One of the same tag takes the place of the one before, and comes up on the screen as that one did.
  readonly tag: string;
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
    return () => undefined;
  }
}
