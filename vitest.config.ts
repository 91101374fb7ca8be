import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["{cli,src,scripts}/**/*.test.ts"],
    globalSetup: ["cli/testing/bundle-programs.ts"],
    // No test changes what a module holds, so files can share what they load: half of the time was loading.
    isolate: false,
    // One more than there are processors: browsers, programs and servers are waited for.
    maxWorkers: availableParallelism() + 1,
    // A slow, busy runner is no reason to fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    mockReset: true,
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {
      provider: "v8",
      include: ["{cli,src}/**/*.{ts,tsx}"],
      exclude: ["**/index.ts", "src/*/generated/**", "src/report/page/client/**"],
      reportsDirectory: "reports/coverage",
    },
  },
});

export default config;
