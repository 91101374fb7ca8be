import type { JsonValue } from "../json.ts";

/** One place where a value is not what a matcher wants, in words for people. */
export interface MatchDifference {
  /** JSON pointer into the value; empty for the value itself. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/** A compiled matcher of a suite or a script; see the design, "Matchers". */
export interface Matcher {
  matches(value: JsonValue | undefined): boolean;
  /** Every place that differs, outside in; empty when the value matches. */
  explain(value: JsonValue | undefined): readonly MatchDifference[];
  /**
   * The share of its single expectations that do not hold: 0 when the value matches, 1 when they have
   * nothing in common. Of several matchers, the smallest is the nearest.
   */
  distance(value: JsonValue | undefined): number;
}
