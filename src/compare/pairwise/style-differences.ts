/** What an answer looks like; over several cases the means. */
export interface AnswerLook {
  /** Characters and words of the text that is left when formatting is taken away. */
  readonly chars: number;
  readonly words: number;
  readonly headings: number;
  readonly bullets: number;
  readonly tables: number;
  readonly codeBlocks: number;
}

/** How the two systems' answers differ in what is no content. */
export interface StyleDifferences {
  readonly a: AnswerLook;
  readonly b: AnswerLook;
  /** Median over the cases of B's characters / A's; null where no case has characters on both sides. */
  readonly medianRatio: number | null;
}
