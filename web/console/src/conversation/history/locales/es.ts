import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  earlier: "Conversaciones anteriores",
  noEarlier: "Esta es la primera.",
  timeline: "Cronología",
  nothing: "Nada todavía.",
  open: "Abierta",
  resolved: "Resuelta",
  file: "Archivo",
  page_viewed: "Vio una página",
  session_started: "Empezó una conversación",
  message_sent: "Escribió un mensaje",
  message_received: "Recibió un mensaje",
  attachment_uploaded: "Subió un archivo",
  times: "{event}, {count} veces",
};
