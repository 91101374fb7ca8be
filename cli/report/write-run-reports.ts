import { resolve } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import { writeAtomic } from "../../src/platform/index.ts";
import {
  loadReporter,
  type ReportOptions,
  type RunInput,
  type RunReporter,
} from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { Output } from "../outputs.ts";
import { type RecordedRun, runInput } from "./stored-runs.ts";

/**
 * Writes the reports of `-o`. Transcripts are read only where a report shows them.
 *
 * @throws AppError for a report that shows one run only, and where a file cannot be written.
 */
export async function writeRunReports(
  runs: readonly RecordedRun[],
  outputs: readonly Output<RunReporter>[],
  { cwd }: Pick<CliContext, "cwd">,
): Promise<void> {
  const isShown = outputs.some(({ reporter }) => reporter.needsTranscripts === true);
  const inputs: RunInput[] = [];
  const share = 1 / runs.length;
  for (const run of runs) inputs.push(await runInput(run, { isShown, share }));
  for (const { file, reporter } of outputs) {
    const loaded = await loadReporter(reporter);
    await writeAtomic(resolve(cwd, file), reportText(loaded, inputs, fileOptions));
  }
}

const fileOptions: ReportOptions = { color: false, verbose: true };

/** One run as it is reported by itself, several as the format puts them together. */
export function reportText(
  reporter: RunReporter,
  inputs: readonly RunInput[],
  options: ReportOptions,
): string | Iterable<string> {
  const [only, ...others] = inputs;
  if (only !== undefined && others.length === 0) {
    const { record, transcripts, omitted } = only;
    return (
      reporter.parts?.(record) ??
      reporter.format(record, { ...options, transcripts: { transcripts, omitted } })
    );
  }
  if (reporter.formatRuns !== undefined) return reporter.formatRuns({ runs: inputs }, options);
  throw new AppError(
    "CLI_USAGE",
    `${reporter.id} reports one run, and ${inputs.length} are named`,
    {
      hint: "name one run, or another format",
    },
  );
}
