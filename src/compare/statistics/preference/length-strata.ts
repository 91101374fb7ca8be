import { checkFinite } from "../check-numbers.ts";
import type { PreferenceCounts } from "./pairwise-preference.ts";
import type { Preference } from "./reconcile-orders.ts";

/** One judged pair of answers and their lengths, in any one unit. */
export interface JudgedLengths {
  readonly preference: Preference;
  readonly lengthA: number;
  readonly lengthB: number;
}

/** Wins of B, losses and ties, apart by which answer is longer. */
export interface LengthStrata {
  readonly longer: PreferenceCounts;
  readonly similar: PreferenceCounts;
  readonly shorter: PreferenceCounts;
}

/** Lengths within a tenth of the longer one are similar. */
const similarWithin = 0.1;

/**
 * Pairwise judgments apart by whether B's answer is longer than A's, about as long, or shorter: a
 * preference that is there only where B is longer is one for length. This needs no model and fits few
 * cases; for {@link lengthControlledWinRate} it takes a hundred.
 */
export function lengthStrata(pairs: readonly JudgedLengths[]): LengthStrata {
  const strata = { longer: none(), similar: none(), shorter: none() };
  for (const pair of pairs) {
    const counts = strata[stratumOf(pair)];
    if (pair.preference === "b") counts.wins += 1;
    else if (pair.preference === "a") counts.losses += 1;
    else counts.ties += 1;
  }
  return strata;
}

function none(): { wins: number; losses: number; ties: number } {
  return { wins: 0, losses: 0, ties: 0 };
}

function stratumOf({ lengthA, lengthB }: JudgedLengths): keyof LengthStrata {
  checkFinite("a length", [lengthA, lengthB]);
  if (lengthA < 0 || lengthB < 0) throw new RangeError("a length is 0 or more");
  const more = lengthB - lengthA;
  if (Math.abs(more) <= similarWithin * Math.max(lengthA, lengthB)) return "similar";
  return more > 0 ? "longer" : "shorter";
}
