import type { RowOutcome } from "./page-data.ts";

/** What a reader must look at comes first. */
export const outcomeOrder: readonly RowOutcome[] = [
  "suite_error",
  "fail",
  "agent_error",
  "judge_error",
  "infra_error",
  "unfinished",
  "pass",
];

const ranks: ReadonlyMap<RowOutcome, number> = new Map(
  outcomeOrder.map((outcome, index) => [outcome, index]),
);

export function rankOf(outcome: RowOutcome): number {
  return ranks.get(outcome) ?? outcomeOrder.length;
}
