import type { OwnCatalogue } from "./en";

export const words: OwnCatalogue = {
  back: "Voltamos: {time}.",
};
