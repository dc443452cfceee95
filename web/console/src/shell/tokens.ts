import { dark, light, radius, shadow, type Colors } from "@chask/design";

/// The product's tokens as the console's variables. What has no token of its own is mixed from those that are there.
export function tokenStyles(): string {
  return [
    rule(":root", {
      ...roles(light),
      "--brand": light.accent,
      "--accent-text": light.accent,
      "--chosen": mix(light.accent, 11),
      "--bubble-agent": mix(light.accent, 14),
      "--shadow-floating": shadow.floating,
      "--radius-control": `${radius.control}px`,
      "--radius-card": `${radius.card}px`,
      "--radius-window": `${radius.window}px`,
    }),
    rule(':root[data-mantine-color-scheme="dark"]', {
      ...roles(dark),
      "--accent-text": `color-mix(in srgb, ${dark.accent} 75%, #ffffff)`,
      "--chosen": mix(dark.accent, 18),
      "--bubble-agent": mix(dark.accent, 28),
    }),
  ].join("\n");
}

function roles(colors: Colors): Readonly<Record<string, string>> {
  return {
    "--ground": colors.ground,
    "--surface": colors.surface,
    "--sunken": colors.sunken,
    "--line": colors.border,
    "--line-strong": `color-mix(in srgb, ${colors.border} 65%, ${colors.edge})`,
    "--edge": colors.edge,
    "--text": colors.text,
    "--muted": colors.muted,
    "--accent": colors.accent,
    "--on-accent": colors.onAccent,
    "--success": colors.success,
    "--danger": colors.danger,
    "--danger-soft": mix(colors.danger, 8),
    "--warning": colors.warning,
    "--warning-soft": mix(colors.warning, 12),
    "--note": mix(colors.warning, 10),
    "--note-edge": mix(colors.warning, 38),
  };
}

function mix(color: string, percent: number): string {
  return `color-mix(in srgb, ${color} ${percent}%, var(--surface))`;
}

function rule(selector: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}:${value};`);
  return `${selector}{${lines.join("")}}`;
}
