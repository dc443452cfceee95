import type { Locale } from "../api";

/** The few words needed before the catalogue of the language has arrived, in this order. */
export type Labels = readonly [open: string, unreachable: string, refused: string];

export const labels: Readonly<Record<Locale, Labels>> = {
  en: ["Open chat", "No connection to the chat.", "Chat not available."],
  es: ["Abrir chat", "Sin conexión con el chat.", "Chat no disponible."],
  "pt-BR": ["Abrir chat", "Sem conexão com o chat.", "Chat indisponível."],
};
