import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  where:
    "Lo que elijas aquí vale para ti en este navegador. Repítelo en cada dispositivo con el que trabajes.",
  kinds: "De qué te avisamos",
  kindsHint:
    "Recibes cada aviso una sola vez, sin importar cuántas pestañas tengas; nunca mientras miras esa conversación ni por lo que hiciste tú.",
  "kind.mine": "Mensajes en conversaciones tuyas",
  "kind.unassigned": "Mensajes en conversaciones sin agente",
  "kind.assigned": "Conversaciones que te asignan",
  "kind.woken": "Conversaciones tuyas que se reactivan",
  "kind.mentions": "Notas que te mencionan",
  browser: "Notificaciones del navegador",
  browserHint: "También aparecen fuera de esta ventana. Con un clic se abre la conversación.",
  allow: "Permitir notificaciones",
  denied:
    "Este navegador bloquea las notificaciones de este sitio. Permítelas en la configuración del navegador y recarga la página.",
  missing:
    "Este navegador no muestra notificaciones aquí. Hace falta una dirección que empiece con https://.",
  refused:
    "Este navegador no puede mostrar notificaciones de la consola. Usa uno en una computadora; los sonidos también se oyen aquí.",
  show: "Mostrar notificaciones",
  preview: "Mostrar lo que se escribió",
  previewHint: "Desactívalo si otras personas ven tu pantalla.",
  try: "Mostrar una ahora",
  tryTitle: "Esto es una notificación",
  tryBody: "Así se verán los mensajes nuevos.",
  sound: "Sonido",
  soundHint: "El navegador lo reproduce después de tu primer clic o tecla en la consola.",
  "sound.none": "Ninguno",
  "sound.chime": "Campanilla",
  "sound.drop": "Gota",
  "sound.knock": "Golpecito",
  quiet: "Horas de silencio",
  quietHint: "Sin notificaciones ni sonido. El número en el título de la pestaña sigue contando.",
  quietOn: "Silencio todos los días",
  quietFrom: "Desde",
  quietTo: "Hasta",
  zone: "Zona horaria",
};
