import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.includes("/manners/console.");

/** The walk through all views is the longest file by far: begun last, it would leave the other worker nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of the runner, no array's
    const sorted = await super.sort(files);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

// One server and one database serve all files. Two at a time: a test waits for its browser as often as it works.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.e2e.test.ts"],
    globalSetup: ["src/harness/global.ts"],
    setupFiles: ["src/harness/complaints.ts"],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Machines are slow at times; a test that awaits what comes soon costs no time.
    expect: { poll: { timeout: 15_000 } },
    // The starts of two servers, each as long as it may take.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});

export default config;
