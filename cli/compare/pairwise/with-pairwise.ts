import type { Comparison, PairwiseResult } from "../../../src/compare/index.ts";

type Ending = Pick<Comparison, "exitCode" | "reason">;

/** A comparison with what a judge preferred, and the exit code where the judging did not come to its end. */
export function withPairwise(comparison: Comparison, pairwise: PairwiseResult): Comparison {
  return { ...comparison, pairwise, ...endingOf(comparison, pairwise) };
}

function endingOf({ exitCode }: Ending, pairwise: PairwiseResult): Ending | undefined {
  const { stopped, consistency, missing } = pairwise;
  if (stopped === "interrupted")
    return { exitCode: 130, reason: "interrupted; what was done is kept" };
  if (stopped !== undefined) {
    return {
      exitCode: 4,
      reason: `the limit of ${stopped} stopped the judge; what was done is kept`,
    };
  }
  if (exitCode === 1 || consistency !== null || missing === 0) return undefined;
  return { exitCode: 3, reason: "cannot tell: the judge failed on every case" };
}
