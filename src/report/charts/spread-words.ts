import { casesForQuantile, quantileInterval, sampleQuantile } from "../../compare/index.ts";

/** A p95 of fewer cases has no upper bound, so that the largest says more. */
const fewestForP95 = casesForQuantile(0.95);

/** `median 1.2 s, p95 3.4 s, n = 60`; with fewer cases than a p95 needs, the largest value in its place. */
export function spreadWords(values: readonly number[], text: (value: number) => string): string {
  const [first = 0] = values;
  if (values.length === 1) return `${text(first)}, n = 1`;
  const high =
    values.length >= fewestForP95
      ? `p95 ${text(sampleQuantile(values, 0.95))}`
      : `max ${text(values.reduce((a, b) => Math.max(a, b), first))}`;
  return `median ${text(sampleQuantile(values, 0.5))}, ${high}, n = ${values.length}`;
}

/** The 95 % interval of the median by order statistics, in words; empty of too few values. */
export function medianInterval(values: readonly number[], text: (value: number) => string): string {
  const interval = quantileInterval(values, { quantile: 0.5 });
  return interval === undefined
    ? ""
    : `, 95 % interval of the median ${text(interval.low)} – ${text(interval.high)}`;
}
