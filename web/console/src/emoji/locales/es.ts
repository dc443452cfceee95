import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  title: "Emojis",
  search: "Buscar un emoji",
  none: "Ningún emoji coincide.",
  found: "Encontrados",
  recent: "Usados hace poco",
  faces: "Caras",
  hands: "Manos y personas",
  hearts: "Corazones y celebraciones",
  things: "Cosas",
  nature: "Naturaleza, comida y viajes",
  signs: "Símbolos",
};
