import { basename, join, resolve } from "node:path";
import { loadConfig } from "../../../src/config/index.ts";
import { AppErrors, AppError } from "../../../src/core/errors/app-error.ts";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import { jsonDocument } from "../../../src/core/text/json-document.ts";
import { printable } from "../../../src/core/text/printable.ts";
import {
  calibrate,
  type CalibrationReport,
  calibrationFileName,
  calibrationOf,
  calibrationText,
  calibrationWarnings,
  type Label,
  parseLabels,
  type StoredRun,
} from "../../../src/eval/index.ts";
import { ensureFolder, readText, shownPath, writeAtomic } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { readStoredRun } from "../stored-run.ts";
import type { CalibrateFlags } from "./calibrate-flags.ts";
import { calibrateText } from "./calibrate-text.ts";
import { calibrationsFolder } from "./calibrations-folder.ts";
import { openAsking } from "./open-asking.ts";

/** `flowproof eval calibrate`: labels in, how good judges are out. */
export async function evalCalibrate(
  file: string,
  flags: CalibrateFlags,
  context: CliContext,
): Promise<ExitCode> {
  const config = await loadConfig(context.cwd, context.files);
  const path = resolve(context.cwd, file);
  const labels = await parseLabels(await readText(path), shownPath(path, context.cwd));
  const runs = await runsOf(labels, flags.reports, context);
  const { asking, again } = await openAsking(labels, flags, { config, context });
  const report = await calibrate(labels, { runs, asking, again });
  const warnings = calibrationWarnings(report);
  const files = flags.write ? await writeCalibrations(report, context) : [];
  const { color } = context.terminal;
  context.stdout(
    flags.format === "json"
      ? jsonDocument({ schemaVersion: 1, ...report, warnings, files })
      : calibrateText(report, warnings, color.stdout),
  );
  const say = (line: string): void => {
    if (flags.quiet !== true) context.stderr(`${printable(line)}\n`);
  };
  for (const written of files) say(`wrote ${written}`);
  if (report.judges.some(({ decided }) => decided > 0)) return exitCode.ok;
  say("exit 3: cannot tell: no label could be held against a verdict");
  return exitCode.unavailable;
}

/** The runs that labels name, each read once. */
async function runsOf(
  labels: readonly Label[],
  reports: string,
  context: CliContext,
): Promise<ReadonlyMap<string, StoredRun>> {
  const runs = new Map<string, StoredRun>();
  const errors: AppError[] = [];
  const tried = new Set<string>();
  for (const { subject, place } of labels) {
    if (subject.type === "given" || tried.has(subject.run)) continue;
    tried.add(subject.run);
    try {
      runs.set(subject.run, await readStoredRun(subject.run, reports, context));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, message, hint } = error;
      // What is wrong inside of a run has a place of its own.
      errors.push(new AppError(code, message, { hint, place: error.place ?? place, cause: error }));
    }
  }
  if (errors.length > 1) throw new AppErrors(errors);
  if (errors[0] !== undefined) throw errors[0];
  return runs;
}

/** One of the models of a jury, not a part of a model's name: `openai/typescript/model` is real. */
const scriptName = /(?:^|\+ )script\//u;

/** Keeps what was found of real judges, one file each; shown paths. */
async function writeCalibrations(
  report: CalibrationReport,
  { cwd, env }: CliContext,
): Promise<readonly string[]> {
  const folder = calibrationsFolder(cwd);
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  const written = new Map<string, string>();
  for (const judge of report.judges) {
    // A script is no judge, and who has decided nothing is as unknown as before.
    if (scriptName.test(judge.name) || judge.decided === 0) continue;
    const path = join(folder, calibrationFileName(judge.name));
    written.set(path, redactor.redact(calibrationText(calibrationOf(judge, report))));
  }
  if (written.size > 0) await ensureFolder(folder);
  for (const [path, text] of written) await writeAtomic(path, text);
  return [...written.keys()].map((path) => `${basename(folder)}/${basename(path)}`);
}
