import { useEffect, useState } from "react";

/// The value once it has stayed the same for a while; an empty text at once.
export function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), value === "" ? 0 : milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return value === "" ? "" : settled;
}
