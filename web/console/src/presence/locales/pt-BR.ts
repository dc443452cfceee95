import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  choice: "Como colegas e visitantes veem você",
  awayByItself: "Você está há algum tempo sem atividade, por isso aparece como ausente.",
  teams: "Equipes",
  team: "Equipe",
  anyTeam: "Qualquer equipe",
  noTeam: "Sem equipe",
  inTeam: "Equipe {team}",

  claimed: "{actor} assumiu a conversa",
  assigned: "{actor} atribuiu a conversa a {agent}",
  unassigned: "{actor} retirou a conversa de {agent}",
  released: "{actor} devolveu a conversa",
  routed: "Atribuída a {agent} automaticamente",
  givenBack: "Retirada de {agent}, que está offline",
  moved: "{actor} passou a conversa para {team}",
  movedOut: "{actor} tirou a conversa da equipe",
  resolved: "{actor} resolveu a conversa",
  reopened: "{actor} reabriu a conversa",
  snoozed: "{actor} adiou a conversa até {time}",
  woken: "{actor} encerrou o adiamento",
  wokenByTime: "O adiamento terminou",
};
