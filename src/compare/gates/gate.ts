/**
 * What a rule asks of a metric: `not_worse_than` a loss in its unit, `ratio_at_most` of B / A, or of B alone
 * `at_least` a value.
 */
export type GateRule = "not_worse_than" | "at_least" | "ratio_at_most";

/** A condition that was declared before anybody has seen the numbers. */
export interface Gate {
  /** As in results: `pass_rate`, `score.correctness`, `preference`, `latency`, `cost`. */
  readonly metric: string;
  readonly rule: GateRule;
  readonly bound: number;
}

/** What came of a gate. */
export interface GateResult {
  readonly gate: Gate;
  readonly outcome: "pass" | "fail" | "undecided";
  /** One line: the numbers behind it. */
  readonly message: string;
}

/** The rules that a metric knows, with the bounds that make sense; undefined of no metric. */
export function rulesOf(
  metric: string,
): Readonly<Partial<Record<GateRule, BoundRange>>> | undefined {
  if (metric === "pass_rate") return { not_worse_than: share, at_least: share };
  if (metric === "preference") return { at_least: share };
  if (/^score\..+/u.test(metric)) return { not_worse_than: positive, at_least: positive };
  return ratios.has(metric) ? { ratio_at_most: aboveOne } : undefined;
}

/** Names of metrics for messages; `score.` stands for a rubric of one's own. */
export const gatedMetrics: readonly string[] = [
  "pass_rate",
  "score.<rubric>",
  "preference",
  "latency",
  "first_token",
  "tokens",
  "cost",
];

interface BoundRange {
  readonly accepts: (bound: number) => boolean;
  readonly words: string;
}

const ratios: ReadonlySet<string> = new Set(["latency", "first_token", "tokens", "cost"]);
const share: BoundRange = {
  accepts: (bound) => bound > 0 && bound <= 1,
  words: "a share above 0 and at most 1",
};
const positive: BoundRange = {
  accepts: (bound) => bound > 0 && bound < Infinity,
  words: "a number above 0",
};
const aboveOne: BoundRange = {
  accepts: (bound) => bound > 1 && bound < Infinity,
  words: "a ratio above 1",
};
