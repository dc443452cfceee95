import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

import { sidebar } from "./src/sidebar.ts";

export default defineConfig({
  base: "/docs",
  outDir: "./dist",
  cacheDir: "./.cache/astro",
  trailingSlash: "always",
  build: { inlineStylesheets: "never" },
  // Quotation marks stay as the glossaries have them.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [
    starlight({
      title: "Chask",
      description: "Live chat that runs on your own server.",
      favicon: "/favicon.svg",
      logo: { src: "./src/assets/logo.svg", alt: "" },
      defaultLocale: "root",
      locales: {
        root: { label: "English", lang: "en" },
        es: { label: "Español", lang: "es" },
        "pt-br": { label: "Português (Brasil)", lang: "pt-BR" },
      },
      sidebar,
      customCss: ["./src/styles/theme.css"],
      components: {
        LanguageSelect: "./src/components/LanguageLinks.astro",
        Head: "./src/components/Head.astro",
      },
      credits: false,
      lastUpdated: false,
      expressiveCode: {
        themes: ["github-dark", "github-light"],
        styleOverrides: { borderRadius: "10px" },
        // Long lines break: nothing has to be scrolled sideways, by hand or by keyboard.
        defaultProps: { wrap: true },
      },
    }),
  ],
});
