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
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

export default config;
