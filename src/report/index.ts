import { createRegistry, type Registry } from "../core/registry.ts";
import type { ComparisonReporter } from "./comparison/comparison-reporter.ts";
import * as builtInComparisonReporters from "./comparison/reporters/index.ts";
import type { RunReporter } from "./reporter.ts";
import * as builtInReporters from "./reporters/index.ts";

export type { ComparisonInput, ComparisonReporter } from "./comparison/comparison-reporter.ts";
export { limitText } from "./end-text.ts";
export { kindOf, labelSentences, toolTextSentences } from "./labels.ts";
export {
  createPlainLive,
  createTerminalLive,
  type LiveReporter,
  type TerminalLiveOptions,
} from "./live/index.ts";
export { loadReporter } from "./load-reporter.ts";
export type { ReportInput, RunInput } from "./report-input.ts";
export type { ReportOptions, RunReporter } from "./reporter.ts";
export { type Summary, type SummaryCase, summaryOf } from "./summary.ts";
export { compact, cost, count, rate } from "./words.ts";

export const runReporters: Registry<RunReporter> = createRegistry<RunReporter>(builtInReporters);

export const comparisonReporters: Registry<ComparisonReporter> = createRegistry<ComparisonReporter>(
  builtInComparisonReporters,
);
