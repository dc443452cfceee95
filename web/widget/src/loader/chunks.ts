import type { Chunks } from "../host";

const words = {
  en: () => import("../locales/en"),
  es: () => import("../locales/es"),
  "pt-BR": () => import("../locales/pt-BR"),
} as const;

/** The chunks as a bundler sees them: each import becomes a file of its own. Used by the npm package. */
export const bundledChunks: Chunks = {
  session: () => import("../session"),
  panel: () => import("../panel"),
  thread: () => import("../thread"),
  extra: () => import("../extra"),
  words: (locale) => words[locale](),
};
