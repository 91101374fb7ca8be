import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { newcombeUnpairedInterval } from "./newcombe-unpaired-interval.ts";

// The data count the first less the second, here it is B - A.
test.each(values.newcombeIndependent95)("$x1/$n1 against $x2/$n2", ({ x1, n1, x2, n2, lo, hi }) => {
  const interval = newcombeUnpairedInterval({ passed: x2, total: n2 }, { passed: x1, total: n1 });
  expect(interval?.low).toBeCloseTo(lo, 10);
  expect(interval?.high).toBeCloseTo(hi, 10);
});

const counts = fc
  .tuple(fc.nat(80), fc.nat(80))
  .filter(([passed, failed]) => passed + failed > 0)
  .map(([passed, failed]) => ({ passed, total: passed + failed }));

test("holds the difference within [-1, 1], turns with A and B, widens with confidence", () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const { low, high } = newcombeUnpairedInterval(a, b)!;
      const difference = b.passed / b.total - a.passed / a.total;
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
      expect(newcombeUnpairedInterval(b, a)?.low).toBeCloseTo(-high, 12);
      expect(newcombeUnpairedInterval(a, b, 0.99)!.low).toBeLessThanOrEqual(low);
    }),
    { seed: 1 },
  );
});

test("no cases on one side leave nothing to compare", () => {
  expect(
    newcombeUnpairedInterval({ passed: 0, total: 0 }, { passed: 1, total: 1 }),
  ).toBeUndefined();
  expect(
    newcombeUnpairedInterval({ passed: 1, total: 1 }, { passed: 0, total: 0 }),
  ).toBeUndefined();
  expect(() => newcombeUnpairedInterval({ passed: 2, total: 1 }, { passed: 0, total: 1 })).toThrow(
    RangeError,
  );
});
