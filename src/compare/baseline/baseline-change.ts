/**
 * What accepting a run does to a case of a baseline. `added` was not there. `now_pass` failed and passes;
 * `now_fail` passed, and enough trials failed to believe it; `kept_pass` passed, failed now, and stays.
 * `changed` asks another question now; `same` has new numbers at most. `undecided` and `quarantined` stay as
 * they were. `gone` is not in the run any more, and stays; `pruned` goes.
 */
export type BaselineChangeKind =
  | "added"
  | "now_pass"
  | "now_fail"
  | "kept_pass"
  | "changed"
  | "same"
  | "undecided"
  | "quarantined"
  | "gone"
  | "pruned";

export interface BaselineChange {
  readonly suite: string;
  readonly case: string;
  readonly change: BaselineChangeKind;
  /** One line: the numbers behind it, where there is more to say. */
  readonly message: string;
}

/** Whether accepting would change which cases there are, or what one of them comes to. */
export function isDifference({ change }: BaselineChange): boolean {
  return differences.has(change);
}

const differences: ReadonlySet<BaselineChangeKind> = new Set([
  "added",
  "now_pass",
  "now_fail",
  "changed",
  "pruned",
]);
