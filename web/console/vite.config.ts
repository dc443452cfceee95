import { defineConfig, type UserConfig } from "vite";

// A test runner that starts the build hands its own NODE_ENV down, and React would come as its development build.
process.env["NODE_ENV"] = "production";

/// The server hosts the result under `/console/` with a policy of `style-src 'self'; script-src 'self'; font-src 'self'`:
/// therefore nothing is inlined, not even a small font.
const config: UserConfig = defineConfig({
  base: "/console/",
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Mantine marks its files for server components; a browser bundle has no use for the mark.
      checks: { moduleLevelDirective: false },
    },
  },
});

export default config;
