/// The zones this browser knows, and the one in use, which may be newer than the browser.
export function timeZones(inUse: string): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return isZone(inUse) && spelled(inUse, known) === undefined ? [inUse, ...known] : known;
}

/// The zone's own name. Browsers take any spelling; the server takes this one.
export function spelled(written: string, zones: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  return zones.find((zone) => zone.toLowerCase() === name);
}

/// Whether this browser can tell its time.
export function isZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
