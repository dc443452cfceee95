import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { name: "logic", include: ["src/**/*.test.ts"] } },
      {
        test: {
          name: "browser",
          include: ["test/**/*.test.ts"],
          globalSetup: ["test/build.ts"],
          // Machines are slow at times; a test that awaits what comes soon costs no time.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

export default config;
