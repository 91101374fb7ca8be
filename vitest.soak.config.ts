import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Long fuzzing, kill and memory runs: `npm run test:soak`, a scheduled job. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["{cli,src,scripts}/**/*.soak.ts"],
    globalSetup: ["cli/testing/bundle-programs.ts"],
    testTimeout: 30 * 60_000,
    fileParallelism: false,
  },
});

export default config;
