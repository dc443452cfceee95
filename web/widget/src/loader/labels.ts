import type { Locale } from "../api";

/** The few words needed before the catalogue of the language has arrived, in this order. */
export type Labels = readonly [open: string, unreachable: string, refused: string];

export const labels: Readonly<Record<Locale, Labels>> = {
  en: ["Open chat", "Chat not reachable.", "Chat not available."],
  es: ["Abrir chat", "Chat sin conexión.", "Chat no disponible."],
  "pt-BR": ["Abrir chat", "Chat sem conexão.", "Chat indisponível."],
};
