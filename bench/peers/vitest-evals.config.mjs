import process from "node:process";
import { defineConfig } from "vitest/config";

// oxlint-disable-next-line import/no-default-export -- Vitest reads this one
export default defineConfig({
  test: {
    include: ["vitest-evals.eval.mjs"],
    reporters: ["vitest-evals/reporter"],
    maxConcurrency: Number(process.env["BENCH_CONCURRENCY"]),
    testTimeout: 60_000,
  },
});
