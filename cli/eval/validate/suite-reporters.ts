import { createRegistry, type Registry } from "../../../src/core/registry.ts";
import { type LintReporter, lintReporters } from "../../../src/lint/index.ts";

/** Those of `lint`, without the one for security findings, of which suites have none. */
export const suiteReporters: Registry<LintReporter> = createRegistry<LintReporter>(
  Object.fromEntries(
    lintReporters
      .all()
      .filter(({ id }) => id !== "sarif")
      .map((reporter) => [reporter.id, reporter]),
  ),
);
