import { bisect } from "./bisect.ts";
import { type BetaShape, regularizedBeta } from "./regularized-beta.ts";

/**
 * The quantile of the beta distribution: the x below which a share `p` in [0, 1] of it lies. Found by
 * halving, so it is as exact as {@link regularizedBeta}.
 */
export function betaQuantile(p: number, shape: BetaShape): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a share is from 0 to 1, not ${p}`);
  if (p === 0 || p === 1) return p;
  return bisect(0, 1, (x) => regularizedBeta(x, shape) >= p);
}
