import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  routing: "Quem recebe uma conversa nova",
  routingHint:
    "Os agentes assumem as conversas, ou cada conversa nova vai para quem está online e tem menos. Quem assume ou transfere manualmente sempre tem prioridade.",
  mode: "Conversas novas",
  manual: "Esperam até um agente assumir",
  least_loaded: "Vão para o agente que tem menos",
  capacity: "Conversas por agente",
  capacityHint: "Ninguém recebe mais ao mesmo tempo. As outras esperam em Sem agente até alguém ter vaga.",
  away: "Ausente após (minutos)",
  awayHint: "Depois desse tempo sem tecla nem movimento em nenhuma página do agente.",
  giveBack: "Devolver após (minutos)",
  giveBackHint:
    "Quem fica offline por esse tempo perde as conversas que esperam resposta. Vazio: cada um fica com as suas.",
  badNumber: "Digite um número inteiro de {least} a {most}.",

  teams: "Equipes",
  teamsHint:
    "Passe uma conversa para uma equipe e ela espera pelos membros, ou vai para o membro que tem menos.",
  newTeam: "Nova equipe",
  noTeams: "Ainda não há equipes.",
  editTitle: "Equipe {name}",
  teamName: "Nome",
  members: "Membros",
  create: "Criar equipe",
  save: "Salvar equipe",
  edit: "Editar a equipe {name}",
  remove: "Desfazer a equipe {name}",
  removeTitle: "Desfazer a equipe {name}?",
  removeText: "As conversas ficam, sem equipe. Os membros continuam sendo agentes.",
  removeAction: "Desfazer equipe",

  capacities: "Limites individuais",
  capacitiesHint: "Quantas cada agente recebe no máximo. Vazio: o número acima.",
  capacityOf: "Conversas para {name}",
  TEAM_NAME_TAKEN: "Outra equipe já tem esse nome.",
  TOO_MANY_TEAMS: "Já existem 100 equipes; não é possível criar mais.",
  INVALID_FIELD: "Digite um nome de 1 a 60 caracteres.",
  NOT_FOUND: "Não existe mais. Recarregue a página.",
};
