import { join, resolve } from "node:path";
import type { RunRecord } from "../../src/record/index.ts";
import type { RunReporter } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { Output } from "../outputs.ts";
import { writeRunReports } from "../report/write-run-reports.ts";

/** Writes the reports of `-o` of a run whose journal is below `reports`. */
export async function writeReports(
  record: RunRecord,
  outputs: readonly Output<RunReporter>[],
  { reports, context }: { readonly reports: string; readonly context: CliContext },
): Promise<void> {
  const folder = join(resolve(context.cwd, reports), record.started.run);
  await writeRunReports([{ folder, record }], outputs, context);
}
