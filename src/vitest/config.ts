/** For `vitest.config.ts`: what suites in TypeScript need of Vitest. */
import { fileURLToPath } from "node:url";
import type { Plugin, ViteUserConfig } from "vitest/config";
import { RunKeeper } from "./config/run-keeper.ts";

/** What a configuration may say. Everything else is in `flowproof.yml`. */
export interface FlowproofVitestOptions {
  /** Where the folders of runs are: `reports` when left out. */
  readonly reports?: string | undefined;
  /** Counts more than what tests and the environment say, as `--model` does. */
  readonly model?: string | undefined;
  readonly judgeModel?: string | undefined;
  /** Plays every role, whatever else is said; relative to the root. */
  readonly script?: string | undefined;
  /** The endpoint of the models, which must be of one provider. */
  readonly baseUrl?: string | undefined;
  readonly seed?: number | undefined;
  /** Trials of one case that run at the same time: 8 when left out. */
  readonly concurrency?: number | undefined;
}

/** Where this package is: its lines say nothing about a test that fails. */
const ownFolder = fileURLToPath(new URL("..", import.meta.url));

/** How long Vitest waits for workers that are to stop. */
const teardownTimeout = 10 * 60_000;

/**
 * A plugin for Vitest: turns its time limits off, which know nothing of agents, and keeps the record of the
 * run. What the configuration says itself about a limit stays.
 */
export function flowproofVitest(options: FlowproofVitestOptions = {}): Plugin {
  const { reports = "reports", model, judgeModel, script, ...rest } = options;
  const keeper = new RunKeeper({ reports, models: { model, judgeModel, script }, ...rest });
  return {
    name: "flowproof",
    config: ({ test = {} }) => ({
      test: {
        testTimeout: test.testTimeout ?? 0,
        hookTimeout: test.hookTimeout ?? 0,
        teardownTimeout: test.teardownTimeout ?? teardownTimeout,
        onStackTrace: test.onStackTrace ?? ((_, { file }) => !file.startsWith(ownFolder)),
      },
    }),
    configureVitest({ vitest, project }) {
      keeper.serve(project);
      const { reporters } = vitest.config;
      // Once, however many projects there are.
      if (!reporters.includes(keeper)) reporters.push(keeper);
    },
  };
}

/** A whole configuration for `*.eval.ts`, to be exported from `vitest.eval.config.ts`. */
export function defineEvalConfig(options: FlowproofVitestOptions = {}): ViteUserConfig {
  return {
    plugins: [flowproofVitest(options)],
    test: { include: ["**/*.eval.ts"] },
  };
}
