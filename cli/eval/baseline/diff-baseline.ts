import { isDifference } from "../../../src/compare/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { jsonDocument } from "../../../src/core/text/json-document.ts";
import type { BaselineFile } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { findRun } from "../../flow/find-run.ts";
import { fileDocument } from "./accept-baseline.ts";
import { acceptedFile } from "./accepted-file.ts";
import type { DiffBaselineFlags } from "./baseline-flags.ts";
import { changesText } from "./changes-text.ts";
import { readBaselineFile } from "./read-baseline-file.ts";
import { sharesOf } from "./shares-of.ts";

/** `flowproof eval baseline diff`: what accepting a run would change, and whether that is more than numbers. */
export async function diffBaseline(
  { file, run }: { readonly file: string; readonly run: string },
  flags: DiffBaselineFlags,
  context: CliContext,
): Promise<ExitCode> {
  const before = await readBaselineFile(file, context);
  const record = await findRun(run, flags.reports, context);
  const held = new Set(before.suites.map(({ suite }) => suite));
  const suites = record.started.suites.filter(({ suite }) => held.has(suite));
  if (suites.length === 0) throw nothingInCommon(file, run);
  const started = { ...record.started, suites };
  const target = flags.target ?? ownTarget(before, started.suites);
  const [share] = sharesOf({ started }, { output: file, target });
  if (share === undefined) throw nothingInCommon(file, run);
  const accepted = await acceptedFile(record, share, { flags, context });
  context.stdout(
    flags.format === "json"
      ? jsonDocument({ schemaVersion: 1, ...fileDocument(accepted) })
      : `${changesText(accepted, flags.verbose === true)}\n`,
  );
  return accepted.changes.some(isDifference) ? exitCode.findings : exitCode.ok;
}

/** That of the baseline, where the run has several and it is one of them. */
function ownTarget(
  { target }: BaselineFile,
  suites: readonly { readonly targets: readonly { readonly target: string }[] }[],
): string | undefined {
  const names = suites.flatMap(({ targets }) => targets.map((each) => each.target));
  return names.includes(target) ? target : undefined;
}

function nothingInCommon(file: string, run: string): AppError {
  return new AppError("COMPARE_NOTHING_IN_COMMON", `${run} has no suite of ${file}`, {
    hint: "name a run of the suites that `flowproof eval baseline show` lists",
  });
}
