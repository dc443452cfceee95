import { defineConfig } from "vitest/config";

// Virtual days and thousands of schedules take seconds of real time, more on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000 } });
