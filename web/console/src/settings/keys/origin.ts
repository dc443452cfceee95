import type { TextKey } from "./texts";

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/// What is wrong with an origin as somebody has written it; nothing when the server will take it.
export function originFault(written: string): TextKey | undefined {
  const text = written.trim();
  if (text === "") {
    return "originMissing";
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return "originScheme";
  }
  if (!/^https?:\/\//i.test(text)) {
    return "originWeb";
  }
  const anyPort = text.endsWith(":*");
  const plain = anyPort ? text.slice(0, -2) : text;
  if (plain.includes("*")) {
    return "originWildcard";
  }
  if (!URL.canParse(plain)) {
    return "originAddress";
  }
  const { hostname, username, port } = new URL(plain);
  if (username !== "" || hostname === "") {
    return "originAddress";
  }
  return anyPort && (port !== "" || !loopback.includes(hostname)) ? "originPort" : undefined;
}

/// The part of an address that counts.
export function originOf(written: string): string {
  const text = written.trim();
  return text.endsWith(":*") ? text.toLowerCase() : new URL(text).origin;
}
