const logRootTwoPi = Math.log(2 * Math.PI) / 2;

/**
 * The probability that a standard normal variable is at most z, to about 15 digits in the tails too:
 * the series ½ + φ(z)(z + z³/3 + z⁵/15 + …) in the middle (Abramowitz and Stegun 26.2.11), the continued
 * fraction of Mills' ratio outside (26.2.14).
 */
export function normalProbability(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("z is a number, not NaN");
  if (z > 3) return 1 - upperTail(z);
  return z < -3 ? upperTail(-z) : 0.5 + density(z) * series(z);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2 - logRootTwoPi);
}

function series(z: number): number {
  let term = z;
  let total = z;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (z * z) / odd;
    total += term;
  }
  return total;
}

function upperTail(z: number): number {
  let fraction = z;
  for (let level = 150; level > 0; level -= 1) fraction = z + level / fraction;
  return density(z) / fraction;
}
