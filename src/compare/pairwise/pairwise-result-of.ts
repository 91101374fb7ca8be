import type { PairwiseCase } from "./pairwise-case.ts";
import { pairwiseNotes } from "./pairwise-notes.ts";
import type { PairwiseResult } from "./pairwise-result.ts";
import { styleOf } from "./style-of.ts";
import { tallyPreferences } from "./tally-preferences.ts";

/** Puts judged cases together. */
export function pairwiseResult(
  judged: readonly PairwiseCase[],
  about: Pick<PairwiseResult, "judge" | "spending" | "stopped">,
): PairwiseResult {
  const { judge, spending, stopped } = about;
  const cases = judged.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const tally = tallyPreferences(cases);
  const style = styleOf(cases, tally);
  return {
    ...tally,
    judge,
    cases,
    style,
    spending,
    notes: pairwiseNotes({ tally, style, judge, cases, stopped }),
    ...(stopped !== undefined && { stopped }),
  };
}

/** Sorts by suite, then by case: no id holds what stands between them. */
function nameOf({ suite, case: id }: PairwiseCase): string {
  return `${suite}\n${id}`;
}
