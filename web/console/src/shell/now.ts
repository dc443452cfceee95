import { useEffect, useState } from "react";

/// The time, told anew at every turn of the interval.
export function useNow(milliseconds: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), milliseconds);
    return () => window.clearInterval(timer);
  }, [milliseconds]);
  return now;
}

/// Runs something once after so many milliseconds; the result calls it off.
export function afterInBrowser(milliseconds: number, run: () => void): () => void {
  const timer = window.setTimeout(run, milliseconds);
  return () => window.clearTimeout(timer);
}
