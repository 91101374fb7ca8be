/** A question about an answer that is answered by a grade, with words for what a grade means. */
export interface Rubric {
  /** Lower case, as in `score.<name>`. */
  readonly name: string;
  readonly question: string;
  /** What an answer of a grade is like. Grades between two of them are between the two in meaning. */
  readonly anchors: ReadonlyMap<number, string>;
  /** The best grade; the worst is 1. */
  readonly of: number;
}

/** The grades of a rubric, the worst first. */
export function gradesOf({ of }: Pick<Rubric, "of">): readonly number[] {
  return Array.from({ length: of }, (_, index) => index + 1);
}
