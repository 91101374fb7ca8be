import { logBeta } from "./log-gamma.ts";

/** The two parameters of a beta distribution, both above 0. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/**
 * The regularized incomplete beta function Iₓ(a, b): the probability that a beta(a, b) variable is at
 * most x, for x in [0, 1], to about 13 digits. The continued fraction 8.17.22 of the NIST Digital
 * Library of Mathematical Functions, evaluated by Lentz's method on the side where it converges fast.
 */
export function regularizedBeta(x: number, { a, b }: BetaShape): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x is from 0 to 1, not ${x}`);
  if (!(a > 0 && b > 0)) throw new RangeError(`a and b are above 0, not ${a} and ${b}`);
  if (x === 0 || x === 1) return x;
  return x <= (a + 1) / (a + b + 2) ? lowerTail(x, { a, b }) : 1 - lowerTail(1 - x, { a: b, b: a });
}

function lowerTail(x: number, { a, b }: BetaShape): number {
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return front / continuedFraction(x, { a, b });
}

/** 1 + d₁/(1 + d₂/(1 + …)), whose reciprocal is the fraction of DLMF 8.17.22. */
function continuedFraction(x: number, { a, b }: BetaShape): number {
  const tiny = 1e-300;
  let value = 1;
  let c = 1;
  let d = 0;
  for (let step = 1; step < 100_000; step += 1) {
    const m = step >> 1;
    const coefficient =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + coefficient * d, tiny);
    c = nonZero(1 + coefficient / c, tiny);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

function nonZero(value: number, instead: number): number {
  return Math.abs(value) < instead ? instead : value;
}
