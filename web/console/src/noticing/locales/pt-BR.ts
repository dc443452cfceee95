import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  message: "Nova mensagem",
  file: "Enviou um arquivo",
  mentioned: "{name} mencionou você",
  note: "Em uma nota na conversa com {name}",
  many: "{count} novas mensagens",
};
