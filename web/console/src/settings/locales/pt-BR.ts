import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  title: "Configurações",
  back: "Voltar às conversas",
  backToList: "Voltar à lista de configurações",
  loading: "Carregando as configurações",
  "group.own": "Pessoal",
  "group.organization": "Organização",
  "page.account": "Minha conta",
  "page.notifications": "Notificações",
  "page.team": "Equipe",
  "page.replies": "Respostas prontas",
  "page.tags": "Etiquetas",
  "page.attachments": "Arquivos",
  "page.identity": "Identidade dos visitantes",
  "page.audit": "Registro de auditoria",

  "form.save": "Salvar",
  "form.saving": "Salvando…",
  "form.saved": "Salvo.",
  "form.reset": "Descartar alterações",
  "form.cancel": "Cancelar",
  "form.close": "Fechar",
  "form.copy": "Copiar",
  "form.copied": "Copiado",
  "form.showPassword": "Mostrar senha",

  "role.owner": "Proprietário",
  "role.admin": "Administrador",
  "role.agent": "Agente",
};
