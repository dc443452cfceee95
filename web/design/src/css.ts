import { dark, font, light, motion, radius, shadow, type Colors } from "./tokens.ts";

/** The tokens as a style sheet: `--chask-…` on `:root`, dark where the page says so or, unless it says light, the system. */
export function tokensCss(): string {
  const constants = [
    ...Object.entries(radius).map(([name, pixels]) => `--chask-radius-${name}: ${pixels}px;`),
    ...Object.entries(motion).map(([name, milliseconds]) => `--chask-motion-${name}: ${milliseconds}ms;`),
    ...Object.entries(shadow).map(([name, value]) => `--chask-shadow-${name}: ${value};`),
    ...Object.entries(font).map(([name, value]) => `--chask-font-${name}: ${value};`),
  ];
  const night = ["color-scheme: dark;", ...colors(dark)];
  return `${[
    "/* Made from src/tokens.ts by `npm run build -w @chask/design`. */",
    rule(":root", ["color-scheme: light;", ...colors(light), ...constants]),
    rule(':root[data-theme="dark"]', night),
    `@media (prefers-color-scheme: dark) {\n${indented(rule(':root:not([data-theme="light"])', night))}\n}`,
  ].join("\n\n")}\n`;
}

function colors(theme: Colors): readonly string[] {
  return Object.entries(theme).map(([name, value]) => `--chask-${kebab(name)}: ${value};`);
}

function rule(selector: string, lines: readonly string[]): string {
  return `${selector} {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
}

function indented(text: string): string {
  return text.replaceAll(/^/gmu, "  ");
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
