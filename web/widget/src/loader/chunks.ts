import type { Chunks, Parts } from "../host";

const parts: { readonly [N in keyof Parts]: () => Promise<Parts[N]> } = {
  session: () => import("../session"),
  panel: () => import("../panel"),
  thread: () => import("../thread"),
  extra: () => import("../extra"),
  look: () => import("../look"),
  en: () => import("../locales/en"),
  es: () => import("../locales/es"),
  "pt-BR": () => import("../locales/pt-BR"),
};

/** The chunks as a bundler sees them: each import becomes a file of its own. Used by the npm package. */
export const bundledChunks: Chunks = (name) => parts[name]();
