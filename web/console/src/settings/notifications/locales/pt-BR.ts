import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  where:
    "O que você escolher aqui vale para você neste navegador. Repita em cada dispositivo em que trabalha.",
  kinds: "Do que você é avisado",
  kindsHint:
    "Você recebe cada aviso uma única vez, não importa quantas abas estejam abertas; nunca enquanto olha a conversa, nem pelo que você mesmo fez.",
  "kind.mine": "Mensagens em conversas suas",
  "kind.unassigned": "Mensagens em conversas sem agente",
  "kind.assigned": "Conversas que são atribuídas a você",
  "kind.woken": "Conversas suas cujo adiamento termina",
  "kind.mentions": "Notas que mencionam você",
  browser: "Notificações do navegador",
  browserHint: "Elas aparecem também fora desta janela. Um clique abre a conversa.",
  allow: "Permitir notificações",
  denied:
    "Este navegador bloqueia as notificações deste site. Permita-as nas configurações do navegador e recarregue a página.",
  missing: "Este navegador não mostra notificações aqui. É preciso um endereço que comece com https://.",
  refused:
    "Este navegador não consegue mostrar notificações do console. Use um no computador; os sons também tocam aqui.",
  show: "Mostrar notificações",
  preview: "Mostrar o que foi escrito",
  previewHint: "Desative se outras pessoas veem a sua tela.",
  try: "Mostrar uma agora",
  tryTitle: "Isto é uma notificação",
  tryBody: "As novas mensagens aparecerão assim.",
  sound: "Som",
  soundHint: "O navegador toca o som depois do seu primeiro clique ou tecla no console.",
  "sound.none": "Nenhum",
  "sound.chime": "Sininho",
  "sound.drop": "Gota",
  "sound.knock": "Batidinha",
  quiet: "Horário de silêncio",
  quietHint: "Sem notificações nem som. O número no título da aba continua contando.",
  quietOn: "Silêncio todos os dias",
  quietFrom: "Das",
  quietTo: "Às",
  zone: "Fuso horário",
};
