import type { OwnCatalogue } from "./en";

export const words: OwnCatalogue = {
  back: "Volvemos: {time}.",
};
