import type { Role } from "@chask/client";
import type { Texts } from "../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export type { TextKey };

/// The texts of the settings' frame and of its form parts.
export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

/// How a role is called.
export const roleLabels: Readonly<Record<Role, TextKey>> = {
  owner: "role.owner",
  admin: "role.admin",
  agent: "role.agent",
};

/// Whether a text from the server is the code of a role.
export function isRole(code: string): code is Role {
  return Object.hasOwn(roleLabels, code);
}
