import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  title: "Respostas prontas",
  loading: "Carregando as respostas prontas",
  none: "Ainda não há respostas prontas.",
  add: "Adicione uma nas configurações",
  unmatched: "Nenhuma resposta pronta tem essas palavras.",
  failed: "Não foi possível carregar as respostas prontas. Feche isto e digite / de novo.",
  "found.one": "1 resposta pronta",
  "found.other": "{count} respostas prontas",
  keys: "↑ ↓ escolhem · Enter insere · Esc fecha",
};
