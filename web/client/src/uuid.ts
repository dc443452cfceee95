import type { Environment } from "./environment";

/**
 * Makes UUIDs of version 7 (RFC 9562) that grow strictly within one generator, so that ids sort in the order of
 * sending. `crypto.randomUUID` is missing on plain http, where a server on a LAN is often reached.
 */
export function uuidGenerator(environment: Pick<Environment, "now" | "randomBytes">): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const now = Math.max(environment.now(), last);
    counter = now === last ? counter + 1 : 0;
    last = now + (counter > 0xfff ? 1 : 0);
    counter &= 0xfff;
    const bytes = environment.randomBytes(new Uint8Array(8));
    return format(last, counter, bytes);
  };
}

function format(time: number, counter: number, random: Uint8Array): string {
  const stamp = time.toString(16).padStart(12, "0");
  const variant = (0x80 | ((random[0] ?? 0) & 0x3f)).toString(16);
  const rest = Array.from(random.subarray(1), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const digits = `${stamp}7${counter.toString(16).padStart(3, "0")}${variant}${rest}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
