/** A source of randomness, passed in and seeded, so that a run can be repeated. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
}
