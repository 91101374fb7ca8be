import type { PatternGroups } from "./pattern-groups.ts";
import type { PatternSource } from "./pattern-source.ts";

/** What the readers of the parts of a pattern share. */
export interface PatternContext {
  readonly source: PatternSource;
  readonly groups: PatternGroups;
  /** Notes what Rust lacks; the first is what is told. */
  lacks(what: string): void;
  /** Reads to the end of the group. */
  alternatives(depth: number): void;
  /** Leaves blanks and comments out from here on, or no longer. */
  setVerbose(verbose: boolean): void;
  readonly isVerbose: boolean;
}

/** What is left of a part: a position may not be repeated, and what is repeated not again. */
export type PatternItem = "position" | "repeated" | "item";
