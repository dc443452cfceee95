import { defineConfig, type ViteUserConfig } from "vitest/config";

// One server and one database serve all files. Two at a time: a test waits for its browser as often as it works.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.e2e.test.ts"],
    globalSetup: ["src/harness/global.ts"],
    setupFiles: ["src/harness/complaints.ts"],
    maxWorkers: 2,
    // Machines are slow at times; a test that awaits what comes soon costs no time.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default config;
