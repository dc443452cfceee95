import { dark, font, light, shadow } from "@chask/design";
import type { Plugin } from "vite";

const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: { ...light },
  dark: { ...dark },
  font,
  shadow,
};

/** Puts the design's tokens into style sheets: `token(light surface)` becomes the colour. */
export function tokens(): Plugin {
  return {
    name: "chask-tokens",
    enforce: "pre",
    transform(code, id) {
      return /\.css(?:\?|$)/u.test(id)
        ? code.replaceAll(/token\((\w+) (\w+)\)/gu, (_, group: string, name: string) => valueOf(group, name))
        : undefined;
    },
  };
}

function valueOf(group: string, name: string): string {
  const value = groups[group]?.[name];
  if (value === undefined) {
    throw new Error(`There is no token ${group} ${name}`);
  }
  return value;
}
