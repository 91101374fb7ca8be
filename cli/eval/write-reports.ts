import { resolve } from "node:path";
import { writeAtomic } from "../../src/platform/index.ts";
import type { RunRecord } from "../../src/record/index.ts";
import type { RunReporter } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { Output } from "../outputs.ts";

/** Writes the reports of `-o`. */
export async function writeReports(
  record: RunRecord,
  outputs: readonly Output<RunReporter>[],
  { cwd }: CliContext,
): Promise<void> {
  for (const { file, reporter } of outputs) {
    const text =
      reporter.parts?.(record) ?? reporter.format(record, { color: false, verbose: true });
    await writeAtomic(resolve(cwd, file), text);
  }
}
