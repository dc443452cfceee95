import { uuidGenerator } from "@chask/client";

/// A new id, also on plain http, where the browser has no `crypto.randomUUID`.
export const newId: () => string = uuidGenerator({
  now: () => Date.now(),
  randomBytes: (bytes) => crypto.getRandomValues(bytes),
});
