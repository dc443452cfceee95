import type { Catalogue } from "./catalogue";

export const words: Catalogue = { send: "Enviar" };
