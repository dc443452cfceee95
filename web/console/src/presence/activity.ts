/// Tells of everything that shows a person at this page: keys, pointer, wheel, and that the page comes into sight. Not
/// that the page is loaded: it may be loaded by itself.
export function watchActivity(note: () => void): () => void {
  const events = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
  const shown = (): void => {
    if (document.visibilityState === "visible") {
      note();
    }
  };
  events.forEach((name) => window.addEventListener(name, note, { passive: true, capture: true }));
  document.addEventListener("visibilitychange", shown);
  return () => {
    events.forEach((name) => window.removeEventListener(name, note, { capture: true }));
    document.removeEventListener("visibilitychange", shown);
  };
}
