import type { Chunks } from "../host";

/** The chunks as a bundler sees them: each import becomes a file of its own. Used by the npm package. */
export const bundledChunks: Chunks = {
  session: () => import("../session"),
  panel: () => import("../panel"),
  words: (locale) => {
    switch (locale) {
      case "en":
        return import("../locales/en");
      case "es":
        return import("../locales/es");
      case "pt-BR":
        return import("../locales/pt-BR");
    }
  },
};
