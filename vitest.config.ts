import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["{cli,src,scripts}/**/*.test.ts"],
    mockReset: true,
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {
      provider: "v8",
      include: ["{cli,src}/**/*.ts"],
      exclude: ["**/index.ts", "src/schema/generated/**"],
      reportsDirectory: "reports/coverage",
    },
  },
});

export default config;
