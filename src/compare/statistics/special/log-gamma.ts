const halfLogTwoPi = Math.log(2 * Math.PI) / 2;

/** From here on Stirling's series below is exact but for the last bit. */
const large = 15;

/** B₂ₖ / (2k(2k - 1)), k = 1…5: the coefficients of Stirling's series. */
const stirling: readonly number[] = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];

/**
 * The logarithm of the gamma function, for x > 0, to about 15 digits of the larger of itself and 1.
 *
 *     ln Γ(x) = (x - ½) ln x - x + ½ ln 2π + Σ B₂ₖ / (2k(2k - 1) x²ᵏ⁻¹)
 *
 * for x ≥ 15 (Abramowitz and Stegun 6.1.41); smaller x are raised by Γ(x + 1) = xΓ(x).
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`ln Γ takes a number above 0, not ${x}`);
  let raised = x;
  let factors = 1;
  while (raised < large) {
    factors *= raised;
    raised += 1;
  }
  const series = stirling.reduceRight((sum, term) => sum / raised ** 2 + term, 0) / raised;
  return (raised - 0.5) * Math.log(raised) - raised + halfLogTwoPi + series - Math.log(factors);
}

/** The logarithm of the beta function, ln Γ(a) + ln Γ(b) - ln Γ(a + b), for a, b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
