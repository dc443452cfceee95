/// Runs once, as soon as a person can have the page before him; the result calls it off.
export function whenSeen(run: () => void): () => void {
  const end = new AbortController();
  const look = (): void => {
    if (isSeen() && !end.signal.aborted) {
      end.abort();
      run();
    }
  };
  document.addEventListener("visibilitychange", look, { signal: end.signal });
  window.addEventListener("focus", look, { signal: end.signal });
  look();
  return () => end.abort();
}

function isSeen(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
