/** Which answer a judge prefers. */
export type Preference = "a" | "b" | "tie";

/** What two judgments of the same pair come to. */
export interface ReconciledPreference {
  readonly preference: Preference;
  /** The two orders did not agree; counted as a tie. */
  readonly inconsistent: boolean;
}

/**
 * One preference from two judgments of the same pair, once with A shown first and once with B: a win
 * needs both; anything else is a tie, so that liking the first slot decides nothing.
 */
export function reconcileOrders(aFirst: Preference, bFirst: Preference): ReconciledPreference {
  const inconsistent = aFirst !== bFirst;
  return { preference: inconsistent ? "tie" : aFirst, inconsistent };
}
