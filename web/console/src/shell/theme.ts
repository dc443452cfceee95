import {
  ActionIcon,
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  defaultVariantColorsResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
  type ConvertCSSVariablesInput,
  type MantineThemeOverride,
  type VariantColorResolverResult,
  type VariantColorsResolverInput,
} from "@mantine/core";
import { dark, font, light, radius } from "@chask/design";
import { tokenStyles } from "./tokens";

/// Mantine's theme on the product's tokens: slate neutrals, one accent. The eighth and the sixth shade of the accent are
/// those of the light and the dark theme.
export const theme: MantineThemeOverride = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 8, dark: 5 },
  variantColorResolver: colorsOf,
  black: light.text,
  fontFamily: font.interface,
  headings: { fontFamily: "inherit", fontWeight: "600" },
  defaultRadius: `${radius.control}px`,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray", size: 36 } }),
  },
  colors: {
    accent: [
      "#eef2ff",
      "#dfe6fd",
      "#c3cffa",
      "#a6b7fb",
      "#93a8fa",
      dark.accent,
      "#5f7bea",
      "#4c69e2",
      light.accent,
      "#324cb8",
    ],
    gray: [
      "#f7f9fb",
      light.sunken,
      light.border,
      "#c5ccd6",
      "#a3aebc",
      light.edge,
      light.muted,
      "#3c4655",
      "#262f3b",
      light.text,
    ],
    dark: [
      dark.text,
      dark.muted,
      "#8894a3",
      dark.edge,
      "#3a4453",
      dark.border,
      dark.raised,
      dark.surface,
      "#12161d",
      dark.ground,
    ],
  },
});

/// Filled controls stand on the accent with the text that its theme gives; all others as Mantine has them.
function colorsOf(input: VariantColorsResolverInput): VariantColorResolverResult {
  const usual = defaultVariantColorsResolver(input);
  if (input.variant !== "filled") {
    return usual;
  }
  return {
    ...usual,
    background: "var(--accent)",
    hover: "color-mix(in srgb, var(--accent) 90%, var(--text))",
    color: "var(--on-accent)",
  };
}

/// Gives tokens and Mantine's variables to the page as a constructed style sheet. The policy `style-src 'self'` forbids
/// the `<style>` element that Mantine would write.
export function adoptThemeVariables(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenStyles() + convertCssVariables(variables()));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

/// Mantine's own variables, its surfaces, lines and texts on our roles.
function variables(): ConvertCSSVariablesInput {
  const all = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const ours = {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--text)",
    "--mantine-color-dimmed": "var(--muted)",
    "--mantine-color-placeholder": "var(--muted)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-hover": "var(--sunken)",
    "--mantine-color-default-color": "var(--text)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-error": "var(--danger)",
  };
  return { ...all, light: { ...all.light, ...ours }, dark: { ...all.dark, ...ours } };
}
