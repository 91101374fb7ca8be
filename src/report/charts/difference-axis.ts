import type { ScaleOptions } from "@observablehq/plot";
import { type DifferenceScale, signed } from "./metric-words.ts";

/** What must be seen on an axis: values, bounds and margins. */
export interface Spanned {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly margin: number | undefined;
}

/** The narrowest half of an axis that does not make much of nothing. */
const least: Readonly<Record<DifferenceScale, number>> = {
  share: 0.05,
  grade: 0.5,
  calls: 1,
  ratio: Math.log(1.25),
};
/** Beyond a hundredfold an axis shows nothing else; what is further out ends at its edge. */
const most: Readonly<Record<DifferenceScale, number>> = {
  share: 1,
  grade: Number.MAX_VALUE,
  calls: Number.MAX_VALUE,
  ratio: Math.log(100),
};

/** An axis with no difference in its middle, so that better and worse have the same room. */
export function differenceAxis(rows: readonly Spanned[], scale: DifferenceScale): ScaleOptions {
  const places = rows.flatMap(({ value, low, high, margin }) => [value, low, high, margin]);
  const known = places.filter((place) => place !== undefined);
  if (scale === "ratio") {
    const reach = Math.max(
      ...known.filter((ratio) => ratio > 0).map((ratio) => Math.abs(Math.log(ratio))),
    );
    const half = Math.exp(within(reach * 1.05, scale));
    return { type: "log", domain: [1 / half, half], clamp: true };
  }
  const half = within(Math.max(...known.map(Math.abs)) * 1.05, scale);
  return { type: "linear", domain: [-half, half], clamp: true };
}

/** Of a tick: `+5`, `×2`. */
export function tickText(scale: DifferenceScale): (value: number) => string {
  if (scale === "ratio") return (value) => `×${Number(value.toPrecision(2))}`;
  if (scale === "share") return (value) => signed(value * 100, digitsOf(value * 100));
  return (value) => signed(value, digitsOf(value));
}

/** Of a ratio: these, as far as they are on the axis; of others the library finds them. */
export function ticksOf(
  { domain = [] }: ScaleOptions,
  scale: DifferenceScale,
): readonly number[] | number {
  if (scale !== "ratio") return 5;
  const [low = 0, high = 0] = [...domain].map(Number);
  const ladder =
    high < 1.6
      ? [0.8, 0.9, 1, 1.1, 1.2]
      : high < 5
        ? [0.25, 0.5, 1, 2, 4]
        : [0.01, 0.1, 1, 10, 100];
  return ladder.filter((ratio) => ratio >= low && ratio <= high);
}

function within(reach: number, scale: DifferenceScale): number {
  return Math.min(most[scale], Math.max(least[scale], reach));
}

/** None for a whole number, however its last digits came out. */
function digitsOf(value: number): number {
  return Math.abs(value - Math.round(value)) < 1e-9 ? 0 : 1;
}
