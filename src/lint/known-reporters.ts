import { createRegistry, type Registry } from "../core/registry.ts";
import type { LintReporter } from "./lint-reporter.ts";
import * as barrel from "./reporters/index.ts";

/** Every form in which findings can be written. */
export const lintReporters: Registry<LintReporter> = createRegistry<LintReporter>(barrel);
