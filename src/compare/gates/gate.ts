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
  /** Whose it is; left out where it holds for all cases together. */
  readonly suite?: string;
  readonly outcome: "pass" | "fail" | "undecided";
  /** One line: the numbers behind it. */
  readonly message: string;
  /** What was held against the bound, with its interval; left out where nobody knows. */
  readonly measured?: MeasuredValue;
  /** What nobody knows yet could change it: cases that are not decided. */
  readonly isOpen?: boolean;
}

/** A value with its interval; null where there is none. */
export interface MeasuredValue {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
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
  /** The same as keywords of JSON Schema. */
  readonly keywords: Readonly<Record<string, number>>;
}

const ratios: ReadonlySet<string> = new Set(["latency", "first_token", "tokens", "cost"]);
const share: BoundRange = {
  accepts: (bound) => bound > 0 && bound <= 1,
  words: "a share above 0 and at most 1",
  keywords: { exclusiveMinimum: 0, maximum: 1 },
};
const positive: BoundRange = {
  accepts: (bound) => bound > 0 && bound < Infinity,
  words: "a number above 0",
  keywords: { exclusiveMinimum: 0 },
};
const aboveOne: BoundRange = {
  accepts: (bound) => bound > 1 && bound < Infinity,
  words: "a ratio above 1",
  keywords: { exclusiveMinimum: 1 },
};
