import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  message: "Mensaje nuevo",
  file: "Envió un archivo",
  mentioned: "{name} te mencionó",
  assigned: "Asignada a ti: {name}",
  woken: "Reactivada: {name}",
  note: "En una nota de la conversación con {name}",
  many: "{count} novedades",
  nudge: "Entérate cuando alguien escribe",
  nudgeHint: "Este navegador puede avisarte de los mensajes nuevos mientras trabajas en otra ventana.",
  nudgeAllow: "Permitir notificaciones",
  nudgeDecline: "Ahora no",
};
