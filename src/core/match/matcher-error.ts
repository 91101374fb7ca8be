import { toPointer } from "../text/pointer.ts";
import type { Path } from "./match-node.ts";

/** One mistake in a matcher. */
export interface MatcherProblem {
  /** Where in the matcher. */
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** A matcher that cannot be read. It describes its first problem, and holds all of them. */
export class MatcherError extends Error {
  readonly problems: readonly MatcherProblem[];
  /** JSON pointer to the first problem, in the matcher. */
  readonly pointer: string;
  readonly hint: string | undefined;

  constructor(problems: readonly [MatcherProblem, ...MatcherProblem[]]) {
    const [first] = problems;
    super(first.message);
    this.name = new.target.name;
    this.problems = problems;
    this.pointer = toPointer(first.path);
    this.hint = first.hint;
  }
}
