import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { fisherExactTest } from "./fisher-exact-test.ts";

test.each(values.fisher)("$a/$na against $b/$nb", ({ a, na, b, nb, two, greater }) => {
  const { twoSided, firstHigher } = fisherExactTest(
    { passed: a, total: na },
    { passed: b, total: nb },
  );
  expect(twoSided).toBeCloseTo(two, 12);
  expect(firstHigher).toBeCloseTo(greater, 12);
});

test("45/50 against 40/50", () => {
  const { twoSided } = fisherExactTest({ passed: 45, total: 50 }, { passed: 40, total: 50 });
  expect(twoSided).toBeCloseTo(0.26234, 5);
});

const counts = fc
  .tuple(fc.nat(30), fc.nat(30))
  .map(([passed, failed]) => ({ passed, total: passed + failed }));

test("sides turn with the groups and with what counts as passed, and share the observed table", () => {
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const there = fisherExactTest(first, second);
      const back = fisherExactTest(second, first);
      expect(back.twoSided).toBeCloseTo(there.twoSided, 10);
      expect(back.firstHigher).toBeCloseTo(there.secondHigher, 10);
      const turned = fisherExactTest(
        { ...first, passed: first.total - first.passed },
        { ...second, passed: second.total - second.passed },
      );
      expect(turned.firstHigher).toBeCloseTo(there.secondHigher, 10);
      expect(there.firstHigher + there.secondHigher).toBeGreaterThanOrEqual(1 - 1e-10);
      const smaller = Math.min(there.firstHigher, there.secondHigher);
      expect(there.twoSided).toBeGreaterThanOrEqual(smaller - 1e-10);
    }),
    { seed: 1 },
  );
});

test("an empty group tells nothing", () => {
  expect(fisherExactTest({ passed: 0, total: 0 }, { passed: 3, total: 3 }).twoSided).toBeCloseTo(
    1,
    12,
  );
  expect(() => fisherExactTest({ passed: 4, total: 3 }, { passed: 0, total: 3 })).toThrow(
    RangeError,
  );
});
