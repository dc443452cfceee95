/// What a notification of the browser says, and where a click on it leads.
export interface Shown {
  readonly title: string;
  readonly body?: string;
  readonly href: string;
  /// One of the same tag takes the place of the one before, and comes up on the screen as that one did.
  readonly tag: string;
}

const refusedKey = "chask.console.notificationsRefused";

let refused = wasRefused();

/// Whether this browser shows what a page notifies of, as far as is known. Those of phones have a word for it, are
/// allowed it, and refuse to make one. To make one is the only way to know that, and would be seen where it succeeds:
/// it is learnt by the first that is to be shown, and kept in this browser.
export function canNotify(): boolean {
  return "Notification" in window && !refused;
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
    learn(false);
    notification.addEventListener("click", () => {
      window.focus();
      window.location.hash = href;
      notification.close();
    });
    return () => notification.close();
  } catch {
    // Browsers of phones show notifications of installed applications only.
    learn(true);
    return () => undefined;
  }
}

function learn(now: boolean): void {
  if (now === refused) {
    return;
  }
  refused = now;
  try {
    if (refused) {
      localStorage.setItem(refusedKey, "true");
    } else {
      localStorage.removeItem(refusedKey);
    }
  } catch {
    // Storage is refused: what was learnt holds for this page only.
  }
}

function wasRefused(): boolean {
  try {
    return localStorage.getItem(refusedKey) !== null;
  } catch {
    return false;
  }
}
