import type { AppError } from "../../core/errors/app-error.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { CaseRecord, CheckRecord, RunRecord, TrialRecord } from "../../record/index.ts";
import type { StoredSubject } from "./label.ts";
import type { Label } from "./label.ts";
import { labelsError } from "./labels-error.ts";

/** What a label is about, found in the record of a run. */
export interface StoredCheck {
  readonly case: CaseRecord;
  readonly trial: TrialRecord;
  readonly check: CheckRecord;
}

/** Finds what a label names, or says what is not there and what is. */
export function findStored(
  { place }: Pick<Label, "place">,
  subject: StoredSubject,
  { cases, started: { run } }: RunRecord,
): StoredCheck | AppError {
  const fail = (what: string, hint: string): AppError =>
    labelsError(`the run ${run} has no ${what}`, place, hint);
  const { suite, case: id, target, trial: number } = subject;
  const ofSuite = cases.filter((each) => each.suite === suite);
  if (ofSuite.length === 0) {
    return fail(`suite "${suite}"`, didYouMean(suite, unique(cases.map((each) => each.suite))));
  }
  const ofCase = ofSuite.filter((each) => each.case === id);
  if (ofCase.length === 0) {
    return fail(
      `case "${suite} › ${id}"`,
      didYouMean(id, unique(ofSuite.map((each) => each.case))),
    );
  }
  const targets = ofCase.map((each) => each.target);
  const found = ofCase.filter((each) => target === undefined || each.target === target);
  const [record, other] = found;
  if (record === undefined) {
    return fail(`target "${target ?? ""}" of ${suite} › ${id}`, didYouMean(target ?? "", targets));
  }
  if (other !== undefined) {
    return labelsError(
      `${suite} › ${id} was run with several targets`,
      place,
      among("target", targets),
    );
  }
  const numbers = record.trials.map((each) => String(each.trial));
  const trials = record.trials.filter((each) => number === undefined || each.trial === number);
  const [trial, another] = trials;
  if (trial === undefined) {
    const which = number === undefined ? "finished trial" : `trial ${number}`;
    return fail(`${which} of ${suite} › ${id}`, among("trial", numbers));
  }
  if (another !== undefined) {
    return labelsError(`${suite} › ${id} has several trials`, place, among("trial", numbers));
  }
  return checkOf({ case: record, trial }, subject, place);
}

function checkOf(
  of: Omit<StoredCheck, "check">,
  { suite, case: id, check, criterion }: StoredSubject,
  place: Label["place"],
): StoredCheck | AppError {
  const judged = of.trial.checks.filter((each) => each.judged);
  const fitting = judged.filter(
    (each) =>
      (check === undefined || each.id === check) &&
      (criterion === undefined || criterionOf(each) === criterion),
  );
  const [found, other] = fitting;
  const known = judged.map((each) => each.id);
  if (found === undefined) {
    const what = check === undefined ? "such criterion" : `judged check "${check}"`;
    const both = check !== undefined && criterion !== undefined ? " with this criterion" : "";
    const message = `${suite} › ${id} has no ${what}${both} in trial ${of.trial.trial}`;
    return labelsError(message, place, didYouMean(check ?? "", known));
  }
  if (other !== undefined) {
    const ids = fitting.map((each) => each.id);
    return labelsError(`${suite} › ${id} judges this more than once`, place, among("check", ids));
  }
  return { ...of, check: found };
}

/** What was judged, in words. */
export function criterionOf({ judgment, message }: CheckRecord): string {
  return judgment?.criterion ?? message;
}

function among(key: string, known: readonly string[]): string {
  return known.length === 0
    ? "it has none"
    : `name one with \`${key}\`: ${known.slice(0, 12).join(", ")}`;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
