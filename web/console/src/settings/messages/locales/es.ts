import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  changes: "Editar y eliminar",
  changesHint:
    "Los agentes pueden editar y eliminar lo que escribieron. Los administradores pueden eliminar el mensaje de cualquier agente en todo momento.",
  minutes: "Durante cuántos minutos",
  minutesHint: "0: nunca. Como máximo 525.600, un año.",
  minutesFault: "Escribe un número entero de 0 a 525.600.",
};
