import {
  ActionIcon,
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
  type ConvertCSSVariablesInput,
  type MantineThemeOverride,
} from "@mantine/core";

/// Mantine's theme on the product's tokens: slate neutrals, one accent.
export const theme: MantineThemeOverride = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 8, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontFamily: "inherit", fontWeight: "600" },
  defaultRadius: "6px",
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
      "#9db0f6",
      "#7c94f0",
      "#5f7bea",
      "#4f6de6",
      "#4263e0",
      "#3b5bdb",
      "#324cb8",
    ],
    gray: [
      "#f8fafc",
      "#f1f5f9",
      "#e2e8f0",
      "#cbd5e1",
      "#94a3b8",
      "#64748b",
      "#475569",
      "#334155",
      "#1e293b",
      "#0f172a",
    ],
    dark: [
      "#e6ebf4",
      "#b4c0d3",
      "#93a1b8",
      "#6b7a93",
      "#2c384c",
      "#222c3d",
      "#1a2333",
      "#131b29",
      "#0e1521",
      "#0a0f18",
    ],
  },
});

/// Gives Mantine's variables to the page as a constructed style sheet. The policy `style-src 'self'` forbids the
/// `<style>` element that Mantine would write.
export function adoptThemeVariables(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(variables()));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

/// Mantine's own variables, with its quiet borders on our line.
function variables(): ConvertCSSVariablesInput {
  const all = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const border = { "--mantine-color-default-border": "var(--line-strong)" };
  return { ...all, light: { ...all.light, ...border }, dark: { ...all.dark, ...border } };
}
