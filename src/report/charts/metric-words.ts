import type { MetricResult } from "../../compare/index.ts";

/** How a metric's difference is shown: on which scale, and with which words. */
export type DifferenceScale = "share" | "grade" | "calls" | "ratio";

/** The scale of a result; undefined where it says no difference. */
export function scaleOf({ unit, ratio, difference }: MetricResult): DifferenceScale | undefined {
  if (ratio !== undefined) return "ratio";
  if (difference === null) return undefined;
  return unit === "share" || unit === "grade" || unit === "calls" ? unit : undefined;
}

/** `+4.2 points`, `×1.12`, `−0.3`. */
export function differenceText(value: number, scale: DifferenceScale): string {
  if (scale === "ratio") return `×${value.toFixed(2)}`;
  if (scale === "share") return `${signed(value * 100, 1)} points`;
  return signed(value, 2);
}

/** With a real minus, and no sign where nothing is left after rounding. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
