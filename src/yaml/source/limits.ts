/** What a text may cost at most; beyond it nothing is read. */
export interface SourceLimits {
  readonly maxChars: number;
  /** Words, marks and stretches of space: what the time to read a text depends on. */
  readonly maxLexemes: number;
  /** How deep collections may be nested. */
  readonly maxDepth: number;
  /** How many values the aliases of a document may stand for, all together. */
  readonly maxAliasedValues: number;
}

/** For configs that anyone may have written. */
export const serviceLimits: SourceLimits = {
  maxChars: 1_000_000,
  maxLexemes: 200_000,
  maxDepth: 200,
  maxAliasedValues: 100_000,
};

/** For our own formats, which also hold recorded tool results. */
export const strictLimits: SourceLimits = {
  ...serviceLimits,
  maxChars: 4_000_000,
  maxLexemes: 2_000_000,
};

/** What to do about a text that is beyond a limit; the service itself may still read it. */
export const limitHint = "this is a limit of flowproof: make the file smaller, or split it";
