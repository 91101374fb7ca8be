import { AppError } from "../../core/errors/app-error.ts";
import type { BaselineFile, RunLabel, RunRecord } from "../../record/index.ts";
import type { RunBaseline } from "./baseline-of-run.ts";

/** Labels of what no live model did now: kinds of runs that say nothing about each other. */
const kinds: readonly RunLabel[] = ["scripted", "replay", "recorded"];

/** A baseline, the run that is to go into it, and its record. */
export interface Acceptance {
  /** Undefined where there is no file yet. */
  readonly before: BaselineFile | undefined;
  readonly now: RunBaseline;
  readonly record: Pick<RunRecord, "started">;
}

/** What of the command line decides whether a run is accepted. */
export interface AcceptanceTerms {
  /** The baseline, as messages name it. */
  readonly file: string;
  readonly prune: boolean;
  /** Whether a script, a replay and live models may stand in one file. */
  readonly allowLabels: boolean;
}

/** @throws AppError COMPARE_BASELINE_REFUSED where a run does not belong into a baseline. */
export function checkAcceptance(
  { before, now: { kept, undecided }, record: { started } }: Acceptance,
  { file, prune, allowLabels }: AcceptanceTerms,
): void {
  if (kept.cases.length === 0) {
    const why = undecided.length > 0 ? "none of its cases is decided" : "it has no case to keep";
    throw refused(`${kept.run} says nothing of "${kept.target}": ${why}`, "accept another run");
  }
  if (prune && started.selection !== undefined) {
    throw refused(
      `${kept.run} ran ${started.selection.cases} of ${started.selection.of} cases, so it cannot say which are gone`,
      "leave out --prune, or accept a run of all of them",
    );
  }
  if (before === undefined) return;
  if (before.target !== kept.target) {
    throw refused(
      `${file} is of the target "${before.target}", not of "${kept.target}"`,
      "name the target with --target, or another file with -o",
    );
  }
  const [was, is] = [kindsOf(before.labels), kindsOf(kept.labels)];
  if (was === is || allowLabels) return;
  throw refused(
    `${file} is of ${was}, and ${kept.run} is of ${is}`,
    "write another file with -o, or mix them with --allow-labels; the labels of both stay in the file",
  );
}

function kindsOf(labels: readonly RunLabel[]): string {
  const found = kinds.filter((kind) => labels.includes(kind));
  return found.length === 0 ? "live models" : `label ${found.join(", ")}`;
}

function refused(message: string, hint: string): AppError {
  return new AppError("COMPARE_BASELINE_REFUSED", message, { hint });
}
