/** One thing that is wrong with a value, for the person who wrote it. */
export interface SchemaProblem {
  /** To the value, or to the entry whose key is wrong; for what is missing, to what lacks it. */
  readonly path: readonly (string | number)[];
  /** Whether the key is what is wrong, not the value. */
  readonly atKey: boolean;
  /** One line. */
  readonly message: string;
  readonly hint?: string;
}
