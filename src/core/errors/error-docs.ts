/**
 * What an error means for the program that meets it: `usage` (exit 2) is for the user to repair,
 * `unavailable` (exit 3) means that something needed could not be reached, `limit` (exit 4) that a
 * budget stopped the work.
 */
export type ErrorKind = "usage" | "unavailable" | "limit";

export interface ErrorDoc {
  readonly kind: ErrorKind;
  /** A few sentences: when it happens and what to do, longer than the hint. */
  readonly text: string;
}
