import { checkCounts } from "../check-numbers.ts";
import { logBeta } from "../special/log-gamma.ts";
import { regularizedBeta } from "../special/regularized-beta.ts";

/** What an e-process bets on: either side (Jeffreys' or the uniform prior), or wins only. */
export type Bet = "jeffreys" | "uniform" | "uniform wins";

/**
 * The e-process of wins against losses, of the hypothesis that both are equally likely: the factor by which
 * a bet on the other has multiplied its stake, E = 2ⁿ B(a + wins, a + losses)/B(a, a), a = ½ (Jeffreys) or
 * 1 (uniform); betting on wins only, the uniform prior on [½, 1] makes it E · 2 · P(beta(1 + wins, 1 +
 * losses) > ½). Reject as soon as it reaches 1/α (20 for 5 %), looking after every pair: the chance of a
 * false alarm ever is at most α. Pairs that tie are left out; independent cases in an order fixed before,
 * at random. G. Shafer, "Testing by Betting", JRSS A 184 (2021), 407-431. 1 at the start.
 */
export function signEProcess(wins: number, losses: number, bet: Bet = "jeffreys"): number {
  checkCounts("a count", [wins, losses]);
  const prior = bet === "jeffreys" ? 0.5 : 1;
  const shape = { a: prior + wins, b: prior + losses };
  const log = (wins + losses) * Math.LN2 + logBeta(shape.a, shape.b) - logBeta(prior, prior);
  if (bet !== "uniform wins") return Math.exp(log);
  return 2 * Math.exp(log) * regularizedBeta(0.5, { a: shape.b, b: shape.a });
}
