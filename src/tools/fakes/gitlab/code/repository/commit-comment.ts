/** Something said about a commit. */
export interface CommitComment {
  /** A username. */
  readonly author: string;
  readonly note: string;
  /** Where in its diff; null for the commit as a whole. */
  readonly path: string | null;
  readonly line: number | null;
  readonly createdAt: string;
}
