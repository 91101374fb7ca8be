import type { DecidableCheck, PreparedCheck, RubricAim } from "../check/check.ts";
import type { CaseCheck } from "../suite/suite.ts";

/** A check of a case under its id: one for each criterion and rubric of a judge. */
export type NumberedCheck = {
  /** Unique in the case: `called#1`, `judge#2`. */
  readonly id: string;
  readonly check: string;
  /** Number of its checkpoint. */
  readonly checkpoint: number;
  /** Number of the turn after which it is held, from 0; undefined at the end. */
  readonly turn?: number;
} & ({ readonly type: "decidable"; readonly prepared: DecidableCheck } | JudgedItem);

/** One thing that a judge decides. */
export interface JudgedItem {
  readonly type: "judged";
  /** The statement; of a rubric its question. */
  readonly criterion: string;
  readonly aim?: RubricAim;
}

/** Gives every check of a case its id, in the order of the file. */
export function numberChecks(
  checkpoints: readonly { readonly checks: readonly CaseCheck[]; readonly turn?: number }[],
): readonly NumberedCheck[] {
  const counts = new Map<string, number>();
  const nextId = (check: string): string => {
    const number = (counts.get(check) ?? 0) + 1;
    counts.set(check, number);
    return `${check}#${number}`;
  };
  return checkpoints.flatMap(({ checks, turn }, checkpoint) => {
    const at = { checkpoint, ...(turn !== undefined && { turn }) };
    return checks.flatMap(({ check, prepared }): readonly NumberedCheck[] => {
      if (prepared.type === "decidable") {
        return [{ id: nextId(check), check, ...at, type: "decidable", prepared }];
      }
      return itemsOf(prepared).map((item) => ({ id: nextId(check), check, ...at, ...item }));
    });
  });
}

function itemsOf({
  criteria,
  rubrics = [],
}: Extract<PreparedCheck, { type: "judged" }>): readonly JudgedItem[] {
  return [
    ...criteria.map((criterion) => ({ type: "judged" as const, criterion })),
    ...rubrics.map((aim) => ({ type: "judged" as const, criterion: aim.rubric.question, aim })),
  ];
}
