import { AppError } from "../../core/errors/app-error.ts";
import type { CaseRecord, RunRecord } from "../../record/index.ts";
import type { PairFilter } from "./filters.ts";

/** What of a run is run again. */
export type RerunKind = "failed" | "errors";

/** The cases of a run that are run again. */
export interface Rerun {
  readonly name: string;
  readonly filter: PairFilter;
  /** What to tell about a plan: cases that are not what they were, and those that are gone. */
  readonly notices: (planned: readonly PlannedHash[]) => readonly string[];
}

/** A planned case, as far as it can be compared with one of a run. */
export interface PlannedHash {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  readonly hash: string;
}

/**
 * Selects what failed in a run, or what could not be decided in it and what it did not come to.
 *
 * @throws AppError EVAL_NOTHING_SELECTED where the run has none.
 */
export function rerunOf(record: RunRecord, kind: RerunKind): Rerun {
  const again = record.cases.filter((each) => isWanted(each, kind));
  const { run } = record.started;
  if (again.length === 0) {
    const what = kind === "failed" ? "no case failed" : "no case ended in an error";
    throw new AppError("EVAL_NOTHING_SELECTED", `${what} in the run ${run}`, {
      hint: otherHint(record, kind),
    });
  }
  const wanted = new Set(again.map(keyOf));
  const before = new Map(record.started.plan.map((planned) => [keyOf(planned), planned.hash]));
  return {
    name: `--rerun ${kind} (${run})`,
    filter: ({ suite, case: { id }, target }) =>
      wanted.has(keyOf({ suite: suite.id, case: id, target: target.name })),
    notices: (planned) => [...changedNotices(planned, before, run), ...goneNotices(planned, again)],
  };
}

function isWanted({ outcome }: CaseRecord, kind: RerunKind): boolean {
  if (kind === "failed") return outcome === "fail" || outcome === "agent_error";
  return outcome !== "pass" && outcome !== "fail" && outcome !== "agent_error";
}

function otherHint(record: RunRecord, kind: RerunKind): string {
  const other: RerunKind = kind === "failed" ? "errors" : "failed";
  return record.cases.some((each) => isWanted(each, other))
    ? `there are others: --rerun ${other}`
    : "all of its cases passed";
}

function changedNotices(
  planned: readonly PlannedHash[],
  before: ReadonlyMap<string, string>,
  run: string,
): readonly string[] {
  return planned
    .filter((each) => before.get(keyOf(each)) !== each.hash)
    .map((each) => {
      return `${nameOf(each)} is not what it was in ${run}: its case, suite, flow or models changed`;
    });
}

function goneNotices(
  planned: readonly PlannedHash[],
  again: readonly CaseRecord[],
): readonly string[] {
  const here = new Set(planned.map(keyOf));
  return again
    .filter((each) => !here.has(keyOf(each)))
    .map((each) => `${nameOf(each)} is not run again: it is not there any more, or not selected`);
}

type Key = Omit<PlannedHash, "hash">;

function keyOf({ suite, case: id, target }: Key): string {
  return JSON.stringify([suite, id, target]);
}

function nameOf({ suite, case: id, target }: Key): string {
  return `${suite} › ${id}${target === "default" ? "" : ` (${target})`}`;
}
