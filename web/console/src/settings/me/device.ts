import { deviceOf } from "../../conversation/device";
import type { Words } from "../../shell/words";

/// Browser and system of a session, as far as they are known.
export function deviceName(userAgent: string, words: Words): string | undefined {
  const { browser, system } = deviceOf(userAgent);
  return browser === undefined || system === undefined
    ? (browser ?? system)
    : words.t("visitor.deviceOn", { browser, system });
}
