import type { AlignedStep } from "./aligned-step.ts";

/** How the two sides of a row differ; `only_a` and `only_b` where the other side does something else meanwhile. */
export type StepDifference =
  | "tool"
  | "args"
  | "result"
  | "text"
  | "only_a"
  | "only_b"
  | "ended_a"
  | "ended_b";

/** Steps of two transcripts that correspond, or a step that has no counterpart. */
export interface AlignedRow {
  readonly a?: AlignedStep;
  readonly b?: AlignedStep;
  /** Left out where they do the same. */
  readonly difference?: StepDifference;
}

/** Two transcripts, step by step. */
export interface Alignment {
  readonly rows: readonly AlignedRow[];
  /** Place of the first row that differs; undefined where none does. */
  readonly divergence: number | undefined;
  /** Place of the first row with other calls or results: what models say next to them is seldom twice the same. */
  readonly actionDivergence: number | undefined;
  /** Steps that are left out at the end of each side, as the transcript is too long. */
  readonly omitted: { readonly a: number; readonly b: number };
}
