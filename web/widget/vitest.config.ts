import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  define: { WIDGET_VERSION: JSON.stringify("0.0.0-test") },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/browser/build.ts"],
    // Machines are slow at times; a test that awaits what comes soon costs no time.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // One browser at a time: the machine is shared with the other builds.
    fileParallelism: false,
  },
};

export default config;
