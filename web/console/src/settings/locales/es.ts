import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  title: "Configuración",
  back: "Volver a las conversaciones",
  backToList: "Volver a la lista de la configuración",
  loading: "Cargando la configuración",
  "group.own": "Personal",
  "group.organization": "Organización",
  "page.account": "Mi cuenta",
  "page.notifications": "Notificaciones",
  "page.team": "Equipo",
  "page.replies": "Respuestas guardadas",
  "page.tags": "Etiquetas",
  "page.attachments": "Archivos",
  "page.identity": "Identidad de visitantes",
  "page.audit": "Registro de auditoría",

  "form.save": "Guardar",
  "form.saving": "Guardando…",
  "form.saved": "Guardado.",
  "form.reset": "Descartar cambios",
  "form.cancel": "Cancelar",
  "form.close": "Cerrar",
  "form.copy": "Copiar",
  "form.copied": "Copiado",
  "form.showPassword": "Mostrar contraseña",

  "role.owner": "Propietario",
  "role.admin": "Administrador",
  "role.agent": "Agente",
};
