import type { Opinion } from "./jury.ts";

/**
 * What votes come to: the verdict that more than half of all who were asked agree on, `cannot_tell` and
 * missing answers counting for nobody else. Grades agree with each other in being grades: their median
 * counts, the lower of the two in the middle, so that it stays on the scale and never flatters.
 */
export function countVotes(opinions: readonly Opinion[], asked: number): Opinion {
  const grades = opinions.filter((opinion) => typeof opinion === "number");
  if (grades.length > asked / 2) return lowerMedian(grades);
  for (const verdict of ["met", "not_met"] as const) {
    const votes = opinions.filter((opinion) => opinion === verdict).length;
    if (votes > asked / 2) return verdict;
  }
  return "cannot_tell";
}

function lowerMedian(grades: readonly number[]): number {
  const sorted = grades.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
