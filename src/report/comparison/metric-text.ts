import type { MetricResult } from "../../compare/index.ts";
import { differenceText, scaleOf, signed } from "../charts/metric-words.ts";
import { compact, deciding, percent, seconds } from "../words.ts";

/** What a metric is called: `pass rate`, `correctness`, `first token`. */
export function metricTitle(metric: string): string {
  return metric.startsWith("score.") ? metric : metric.replaceAll("_", " ");
}

/** A value of one side in its unit; `–` where nobody knows it. */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return "–";
  if (unit === "share") return percent(value);
  if (unit === "ms") return seconds(value);
  if (unit === "usd") return `$${value.toFixed(value < 0.1 ? 4 : 2)}`;
  if (unit === "tokens") return compact(Math.round(value));
  return value.toFixed(2);
}

/** `+4.2 points (−1.3 – +9.7)`: the interval stands beside every difference. */
export function changeText(result: MetricResult): string {
  if (result.metric === "preference") return preferenceText(result);
  const scale = scaleOf(result);
  const value = result.ratio ?? result.difference;
  if (scale === undefined || value === null) return "–";
  const { low, high } = result;
  if (low === null || high === null) return `${differenceText(value, scale)} (no interval)`;
  const bound = (end: number): string => {
    if (scale === "ratio") return end.toFixed(2);
    return scale === "share" ? signed(end * 100, 1) : signed(end, 2);
  };
  return `${differenceText(value, scale)} (${bound(low)} – ${bound(high)})`;
}

/** Of a preference the interval is that of B's share of wins, which is held against one half. */
function preferenceText({ b, low, high }: MetricResult): string {
  if (b === null) return "–";
  return low === null || high === null
    ? `${percent(b)} wins (no interval)`
    : `${percent(b)} wins (${percent(low)} – ${percent(high)})`;
}

/** The verdict on B in words, with what would decide it. */
export function verdictText(result: MetricResult): string {
  const { verdict, margin, needCases, note, worseWithinMargin } = result;
  if (verdict === "not_comparable") return `not comparable${note === undefined ? "" : `: ${note}`}`;
  if (verdict === "not_worse") {
    const why = note === undefined ? "" : `: ${note}`;
    if (margin === undefined) return `not worse${why}`;
    const certain = worseWithinMargin === true ? ", though worse for certain" : "";
    return `not worse than the margin of ${marginText(result)}${certain}${why}`;
  }
  if (verdict !== "undecided") return note === undefined ? verdict : `${verdict}: ${note}`;
  const within = margin === undefined ? "" : `, held against a margin of ${marginText(result)}`;
  if (needCases !== undefined) return `undecided${within}: ${deciding(needCases)}`;
  return `undecided${within}${note === undefined ? "" : `: ${note}`}`;
}

function marginText({ margin = 0, ratio, unit }: MetricResult): string {
  if (ratio !== undefined) return `×${Number(margin.toPrecision(3))}`;
  return unit === "share" ? `${Number((margin * 100).toPrecision(3))} points` : String(margin);
}

/** The smallest difference that so many cases find; undefined where nobody can tell. */
export function detectableText({ detectable, ratio, unit }: MetricResult): string | undefined {
  if (detectable === undefined) return undefined;
  if (ratio !== undefined) return `×${detectable.toFixed(2)}`;
  return unit === "share" ? `${(detectable * 100).toFixed(1)} points` : detectable.toFixed(2);
}
