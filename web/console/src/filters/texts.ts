import type { Texts } from "../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export type { TextKey };

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };
