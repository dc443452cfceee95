import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  title: "Entre em {organization}",
  hint: "Você foi convidado a atender os visitantes como {email}.",
  name: "Seu nome",
  nameHint: "Os visitantes o veem.",
  password: "Senha",
  passwordHint: "Pelo menos 10 caracteres; o melhor são algumas palavras sem relação.",
  show: "Mostrar senha",
  join: "Participar",
  joining: "Entrando…",
  badTitle: "Este convite não é mais válido",
  bad: "Ele já foi usado, foi revogado ou tem mais de sete dias. Peça um novo.",
  signIn: "Ir para o login",
  troubleTitle: "Não foi possível ler o convite",
  retry: "Tentar de novo",
  PASSWORD_TOO_SHORT: "Esta senha é curta demais. Ela precisa de pelo menos 10 caracteres.",
  PASSWORD_TOO_COMMON:
    "Esta senha é das primeiras que se tentam ao adivinhar. Use algumas palavras sem relação.",
  PASSWORD_PERSONAL: "A senha não pode ser o seu nome nem o seu e-mail.",
  EMAIL_TAKEN: "Já existe um agente com este e-mail. Entre com ele.",
  INVALID_FIELD: "Este nome não pode ser usado.",
};
