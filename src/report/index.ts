import { createRegistry, type Registry } from "../core/registry.ts";
import type { RunReporter } from "./reporter.ts";
import * as builtInReporters from "./reporters/index.ts";

export { limitText } from "./end-text.ts";
export { kindOf, labelSentences, toolTextSentences } from "./labels.ts";
export {
  createPlainLive,
  createTerminalLive,
  type LiveReporter,
  type TerminalLiveOptions,
} from "./live/index.ts";
export type { ReportOptions, RunReporter } from "./reporter.ts";
export { type Summary, summaryOf } from "./summary.ts";
export { compact, cost, count, rate } from "./words.ts";

export const runReporters: Registry<RunReporter> = createRegistry<RunReporter>(builtInReporters);
