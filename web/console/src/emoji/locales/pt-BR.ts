import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  title: "Emojis",
  search: "Buscar um emoji",
  none: "Nenhum emoji corresponde.",
  found: "Encontrados",
  recent: "Usados há pouco",
  faces: "Rostos",
  hands: "Mãos e pessoas",
  hearts: "Corações e comemorações",
  things: "Coisas",
  nature: "Natureza, comida e viagens",
  signs: "Símbolos",
};
