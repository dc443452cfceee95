import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  saved: "Visualizações salvas",
  saveAs: "Salvar esta visualização como",
  save: "Salvar",
  replace: "Substituir",
  rename: "Renomear {name}",
  newName: "Novo nome de {name}",
  forget: "Excluir {name}",
  NAME_TAKEN: "Outra das suas visualizações tem este nome.",
  TOO_MANY_FILTERS: "Você tem 50 visualizações salvas, o máximo possível. Exclua uma primeiro.",
  failed: "Não é possível acessar as suas visualizações salvas agora. Tente de novo.",
};
