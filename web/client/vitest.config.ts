import { defineConfig } from "vitest/config";
import type { ViteUserConfig } from "vitest/config";

// Virtual days and hundreds of schedules take seconds of real time, more on a busy machine.
const config: ViteUserConfig = defineConfig({ test: { testTimeout: 60_000 } });

export default config;
