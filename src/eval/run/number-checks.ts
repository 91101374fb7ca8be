import type { DecidableCheck } from "../check/check.ts";
import type { CaseCheck } from "../suite/suite.ts";

/** A check of a case under its id: one for each criterion of a judge. */
export type NumberedCheck = {
  /** Unique in the case: `called#1`, `judge#2`. */
  readonly id: string;
  readonly check: string;
  /** Number of its checkpoint. */
  readonly checkpoint: number;
} & (
  | { readonly type: "decidable"; readonly prepared: DecidableCheck }
  | { readonly type: "judged"; readonly criterion: string }
);

/** Gives every check of a case its id, in the order of the file. */
export function numberChecks(
  checkpoints: readonly { readonly checks: readonly CaseCheck[] }[],
): readonly NumberedCheck[] {
  const counts = new Map<string, number>();
  const nextId = (check: string): string => {
    const number = (counts.get(check) ?? 0) + 1;
    counts.set(check, number);
    return `${check}#${number}`;
  };
  return checkpoints.flatMap(({ checks }, checkpoint) =>
    checks.flatMap(({ check, prepared }): readonly NumberedCheck[] => {
      if (prepared.type === "decidable") {
        return [{ id: nextId(check), check, checkpoint, type: "decidable", prepared }];
      }
      return prepared.criteria.map((criterion) => ({
        id: nextId(check),
        check,
        checkpoint,
        type: "judged",
        criterion,
      }));
    }),
  );
}
