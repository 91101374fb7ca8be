import { canonicalJson } from "../../core/canonical-json.ts";
import { AppError, throwAll } from "../../core/errors/app-error.ts";
import type { StoredRun } from "../rescore/stored-run.ts";
import { criterionOf, findStored, type StoredCheck } from "./find-stored.ts";
import type { GivenSubject, Label } from "./label.ts";
import type { FoundLabel } from "./labeled-item.ts";
import { labelsError } from "./labels-error.ts";

/** What one item of labels is about. */
export type Subject =
  | ({ readonly type: "stored"; readonly run: StoredRun } & StoredCheck)
  | GivenSubject;

export interface FoundSubjects {
  readonly labels: readonly FoundLabel[];
  /** By key of the item. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

/**
 * Finds what labels are about.
 *
 * @param runs by the names that labels give them, as they were read
 * @throws AppError or AppErrors for every label that names what is not there.
 */
export function findSubjects(
  labels: readonly Label[],
  runs: ReadonlyMap<string, StoredRun>,
): FoundSubjects {
  const errors: AppError[] = [];
  const subjects = new Map<string, Subject>();
  const found = labels.flatMap((label): readonly FoundLabel[] => {
    const subject = subjectOf(label, runs);
    if (subject instanceof AppError) {
      errors.push(subject);
      return [];
    }
    const met = isMet(label, subject);
    if (met instanceof AppError) {
      errors.push(met);
      return [];
    }
    const named = nameOf(subject);
    subjects.set(named.key, subject);
    return [{ label, met, ...named }];
  });
  throwAll(errors.slice(0, 20));
  return { labels: found, subjects };
}

function subjectOf(label: Label, runs: ReadonlyMap<string, StoredRun>): Subject | AppError {
  const { subject, place } = label;
  if (subject.type === "given") return subject;
  const run = runs.get(subject.run);
  if (run === undefined) return labelsError(`the run ${subject.run} was not read`, place);
  const found = findStored(label, subject, run.record);
  return found instanceof AppError ? found : { type: "stored", run, ...found };
}

/** A grade says met where it is as good as the check requires. */
function isMet({ opinion, place }: Label, subject: Subject): boolean | AppError {
  if (opinion.type === "label") return opinion.met;
  const rubric = subject.type === "stored" ? subject.check.judgment?.rubric : undefined;
  if (rubric !== undefined) return opinion.grade >= rubric.atLeast;
  return labelsError("only a rubric has grades, and this is a statement", place, 'write "label"');
}

function nameOf(subject: Subject): Pick<FoundLabel, "key" | "criterion" | "unit"> {
  if (subject.type === "given") {
    const { question, answer, calls, criterion } = subject;
    const unit = canonicalJson(["given", question, answer, calls.map((call) => ({ ...call }))]);
    return { key: canonicalJson([unit, criterion]), criterion, unit };
  }
  const { run, case: of, trial, check } = subject;
  const unit = canonicalJson([run.record.started.run, of.suite, of.case, of.target]);
  const key = canonicalJson([unit, trial.trial, check.id]);
  return { key, criterion: criterionOf(check), unit };
}
