import { extname } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import { type RunReporter, runReporters } from "../../src/report/index.ts";

/** A report to write besides the one on standard output. */
export interface Output {
  readonly file: string;
  readonly reporter: RunReporter;
}

/**
 * Reads `-o` values: `format=file`, or a file whose extension names the format.
 *
 * @throws AppError for a format or an extension that no reporter has.
 */
export function parseOutputs(values: readonly string[]): Output[] {
  return values.map((value) => {
    const equals = value.indexOf("=");
    if (equals > 0) {
      return { file: value.slice(equals + 1), reporter: reporterNamed(value.slice(0, equals)) };
    }
    const extension = extname(value).slice(1);
    const reporter = runReporters.all().find((each) => each.extension === extension);
    if (reporter === undefined) {
      const known = runReporters.all().map((each) => `.${each.extension} (${each.id})`);
      throw new AppError("CLI_USAGE", `no report has the extension of "${value}"`, {
        hint: `use one of ${known.join(", ")}, or write format=${value}`,
      });
    }
    return { file: value, reporter };
  });
}

export function reporterNamed(id: string): RunReporter {
  const reporter = runReporters.get(id);
  if (reporter !== undefined) return reporter;
  throw new AppError("CLI_USAGE", `there is no report format "${id}"`, {
    hint: didYouMean(id, runReporters.ids),
  });
}
