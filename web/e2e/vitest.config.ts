import { defineConfig, type ViteUserConfig } from "vitest/config";

// One server and one database serve all files, so the files run one after the other; two cores gain nothing from more.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.e2e.test.ts"],
    globalSetup: ["src/harness/global.ts"],
    setupFiles: ["src/harness/complaints.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default config;
