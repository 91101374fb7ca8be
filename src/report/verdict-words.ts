import type { ComparisonVerdict } from "../compare/index.ts";

/** Verdicts on B in words. */
export const verdictWords: Readonly<Record<ComparisonVerdict, string>> = {
  better: "better",
  worse: "worse",
  not_worse: "not worse than the margin",
  undecided: "undecided",
  not_comparable: "not comparable",
};
