import { resolve } from "node:path";
import type { Comparison } from "../../src/compare/index.ts";
import { writeAtomic } from "../../src/platform/index.ts";
import { readTranscripts } from "../../src/record/index.ts";
import type { ComparisonInput, ComparisonReporter, RunInput } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { Output } from "../outputs.ts";
import type { CompareFlags } from "./compare-flags.ts";
import type { NamedSide } from "./read-side.ts";

/** Where a comparison goes, and what it was made of. */
export interface ComparisonSetting {
  /** Of standard output. */
  readonly reporter: ComparisonReporter;
  readonly outputs: readonly Output<ComparisonReporter>[];
  readonly sides: { readonly a: NamedSide; readonly b: NamedSide };
  readonly flags: CompareFlags;
  readonly context: CliContext;
}

/** Prints a comparison, and writes the reports of `-o`. */
export async function writeComparison(
  comparison: Comparison,
  { reporter, outputs, sides, flags, context }: ComparisonSetting,
): Promise<void> {
  const reporters = [reporter, ...outputs.map((output) => output.reporter)];
  const isShown = reporters.some(({ needsTranscripts }) => needsTranscripts === true);
  const input: ComparisonInput = isShown
    ? { comparison, a: await runInput(sides.a), b: await runInput(sides.b) }
    : { comparison };
  const options = { color: context.terminal.color.stdout, verbose: flags.verbose === true };
  const loaded = await loadedReporter(reporter);
  context.stdout(loaded.format(input, options));
  for (const { file, reporter: named } of outputs) {
    const text = (await loadedReporter(named)).format(input, { color: false, verbose: true });
    await writeAtomic(resolve(context.cwd, file), text);
  }
}

async function runInput({ run }: NamedSide): Promise<RunInput | undefined> {
  if (run === undefined) return undefined;
  return { record: run.record, ...(await readTranscripts(run.folder)) };
}

async function loadedReporter(reporter: ComparisonReporter): Promise<ComparisonReporter> {
  return reporter.load === undefined ? reporter : reporter.load();
}
