/** How much one rendering may use. Every limit but the last holds without a clock, and so alike on every machine. */
export interface TemplateLimits {
  /** Statements, expressions, iterations and the elements that filters look at. */
  readonly maxSteps: number;
  /** Characters of the result and of any string on the way to it. */
  readonly maxOutput: number;
  /** Characters of all strings made on the way together. */
  readonly maxText: number;
  /** How deep expressions and tags may be nested. Python's own compiler gives up at about 200. */
  readonly maxDepth: number;
  /** How deep templates may include and extend each other. */
  readonly maxIncludes: number;
  /** Characters of one template. */
  readonly maxSource: number;
  /** Tokens of one template. */
  readonly maxTokens: number;
  /** Milliseconds by the clock that is passed in; not observed without one. */
  readonly maxMilliseconds: number;
}

/** The limits of a rendering that asks for no others. */
export const defaultTemplateLimits: TemplateLimits = {
  maxSteps: 2_000_000,
  maxOutput: 4_000_000,
  maxText: 16_000_000,
  maxDepth: 200,
  maxIncludes: 50,
  maxSource: 2_000_000,
  maxTokens: 500_000,
  maxMilliseconds: 2000,
};
