import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  message: "Nova mensagem",
  file: "Enviou um arquivo",
  mentioned: "{name} mencionou você",
  assigned: "Atribuída a você: {name}",
  woken: "O adiamento terminou: {name}",
  note: "Em uma nota na conversa com {name}",
  many: "{count} novidades",
  nudge: "Saiba quando alguém escrever",
  nudgeHint: "Este navegador pode avisar você das novas mensagens enquanto você trabalha em outra janela.",
  nudgeAllow: "Permitir notificações",
  nudgeDecline: "Agora não",
};
