import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  title: "Respuestas guardadas",
  loading: "Cargando las respuestas guardadas",
  none: "Todavía no hay respuestas guardadas.",
  add: "Agrega una en la configuración",
  unmatched: "Ninguna respuesta guardada tiene estas palabras.",
  failed: "No se pudieron cargar las respuestas guardadas. Cierra esto y escribe / otra vez.",
  "found.one": "1 respuesta guardada",
  "found.other": "{count} respuestas guardadas",
  keys: "↑ ↓ eligen · Enter inserta · Esc cierra",
};
