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
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

export default config;
