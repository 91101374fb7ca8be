import { checkFinite } from "../check-numbers.ts";
import { mean, sampleVariance, sum } from "../mean.ts";
import type { JudgedLengths } from "./length-strata.ts";

/** Fewer pairs are often separated by length alone, and then the model fits anything. */
const enough = 100;

interface Point {
  /** How much longer B is, between -1 and 1. */
  readonly longer: number;
  /** 1 where B wins, ½ for a tie. */
  readonly won: number;
}

/**
 * The rate, in (0, 1), at which B would win if both answers were equally long: σ(β₀) of the logistic model
 *
 *     P(B wins) = σ(β₀ + β₁ tanh(x))      x = (lengthB - lengthA) / their standard deviation
 *
 * fitted by Newton's method, a tie being half a win. Assumes that length acts as modeled and stands for
 * nothing else that is good. Y. Dubois and others, "Length-Controlled AlpacaEval" (2024),
 * arXiv:2404.04475. Undefined below 100 pairs and where the fit does not settle, as when length decides all.
 */
export function lengthControlledWinRate(pairs: readonly JudgedLengths[]): number | undefined {
  const differences = pairs.map(({ lengthA, lengthB }) => lengthB - lengthA);
  checkFinite("a length", differences);
  if (pairs.length < enough) return undefined;
  const won = pairs.map(({ preference }) => ({ a: 0, tie: 0.5, b: 1 })[preference]);
  const deviation = Math.sqrt(sampleVariance(differences));
  // Lengths that differ alike everywhere explain nothing.
  if (deviation === 0) return mean(won);
  const points = differences.map((difference, place) => ({
    longer: Math.tanh(difference / deviation),
    won: won[place] ?? 0,
  }));
  const intercept = fittedIntercept(points);
  return intercept === undefined ? undefined : logistic(intercept);
}

function fittedIntercept(points: readonly Point[]): number | undefined {
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < 50; step += 1) {
    const fits = points.map((point) => {
      const chance = logistic(intercept + slope * point.longer);
      return { longer: point.longer, miss: point.won - chance, weight: chance * (1 - chance) };
    });
    const up = sum(fits.map(({ miss }) => miss));
    const across = sum(fits.map(({ longer, miss }) => longer * miss));
    const a = sum(fits.map(({ weight }) => weight));
    const b = sum(fits.map(({ longer, weight }) => longer * weight));
    const c = sum(fits.map(({ longer, weight }) => longer * longer * weight));
    const determinant = a * c - b * b;
    if (!(determinant > 1e-9)) return undefined;
    const moved = [
      (c * up - b * across) / determinant,
      (a * across - b * up) / determinant,
    ] as const;
    intercept += moved[0];
    slope += moved[1];
    if (Math.abs(moved[0]) + Math.abs(moved[1]) < 1e-12) return intercept;
  }
  return undefined;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
