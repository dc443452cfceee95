import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  earlier: "Conversas anteriores",
  noEarlier: "Esta é a primeira.",
  timeline: "Linha do tempo",
  nothing: "Nada ainda.",
  open: "Aberta",
  resolved: "Resolvida",
  file: "Arquivo",
  page_viewed: "Viu uma página",
  session_started: "Começou uma conversa",
  message_sent: "Escreveu uma mensagem",
  message_received: "Recebeu uma mensagem",
  attachment_uploaded: "Enviou um arquivo",
  times: "{event}, {count} vezes",
};
