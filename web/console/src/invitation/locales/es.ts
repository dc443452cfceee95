import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  title: "Únete a {organization}",
  hint: "Te invitaron a atender a los visitantes como {email}.",
  name: "Tu nombre",
  nameHint: "Los visitantes lo ven.",
  password: "Contraseña",
  passwordHint: "Al menos 10 caracteres; lo mejor son unas cuantas palabras sin relación.",
  show: "Mostrar contraseña",
  join: "Unirme",
  joining: "Entrando…",
  badTitle: "Esta invitación ya no es válida",
  bad: "Ya se usó, se revocó o tiene más de siete días. Pide una nueva.",
  signIn: "Ir a iniciar sesión",
  troubleTitle: "No se pudo leer la invitación",
  retry: "Intentar de nuevo",
  PASSWORD_TOO_SHORT: "Esta contraseña es muy corta. Necesita al menos 10 caracteres.",
  PASSWORD_TOO_COMMON:
    "Esta contraseña es de las primeras que se prueban al adivinar. Usa unas cuantas palabras sin relación.",
  PASSWORD_PERSONAL: "La contraseña no puede ser tu nombre ni tu correo.",
  EMAIL_TAKEN: "Ya hay un agente con este correo. Inicia sesión.",
  INVALID_FIELD: "Este nombre no se puede usar.",
};
