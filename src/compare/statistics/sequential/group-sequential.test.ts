import { expect, test } from "vitest";
import { seededRandom } from "../../../platform/index.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { groupSequentialBounds } from "./group-sequential.ts";

test("five looks", () => {
  expect(groupSequentialBounds(5, "pocock")).toEqual([2.413, 2.413, 2.413, 2.413, 2.413]);
  const falling = groupSequentialBounds(5, "obrien-fleming");
  for (const [look, bound] of [4.5616, 3.2255, 2.6336, 2.2808, 2.04].entries()) {
    expect(falling[look]).toBeCloseTo(bound, 4);
  }
});

test.each([
  [2, 2.178, 1.977],
  [3, 2.289, 2.004],
  [4, 2.361, 2.024],
  [5, 2.413, 2.04],
])("the last of %i looks", (looks, pocock, obrien) => {
  expect(groupSequentialBounds(looks, "pocock").at(-1)).toBeCloseTo(pocock, 12);
  expect(groupSequentialBounds(looks, "obrien-fleming").at(-1)).toBeCloseTo(obrien, 12);
});

test.each([0, 1, 6, 2.5])("%f looks have no bounds", (looks) => {
  expect(() => groupSequentialBounds(looks, "pocock")).toThrow(RangeError);
});

/** How often |z| crosses the bounds at any look where nothing is there. */
function falseAlarms(bounds: readonly number[], runs: number): number {
  const random = seededRandom(17);
  let alarms = 0;
  for (let run = 0; run < runs; run += 1) {
    let total = 0;
    const crossed = bounds.map((bound, look) => {
      total += normalQuantile(random.next() || 0.5);
      return Math.abs(total) / Math.sqrt(look + 1) >= bound;
    });
    if (crossed.includes(true)) alarms += 1;
  }
  return alarms / runs;
}

test.each([2, 3, 4, 5])(
  "%i looks raise 5 %% of false alarms in all, naive ones far more",
  (looks) => {
    const runs = 20_000;
    const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
    for (const shape of ["pocock", "obrien-fleming"] as const) {
      expect(Math.abs(falseAlarms(groupSequentialBounds(looks, shape), runs) - 0.05)).toBeLessThan(
        error,
      );
    }
    const naive = [0.0831, 0.1072, 0.1262, 0.1419][looks - 2]!;
    const peeking = falseAlarms(
      Array.from({ length: looks }, () => normalQuantile(0.975)),
      runs,
    );
    expect(Math.abs(peeking - naive)).toBeLessThan(2 * error);
  },
);
