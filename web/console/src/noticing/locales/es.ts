import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  message: "Mensaje nuevo",
  file: "Envió un archivo",
  mentioned: "{name} te mencionó",
  note: "En una nota de la conversación con {name}",
  many: "{count} mensajes nuevos",
};
