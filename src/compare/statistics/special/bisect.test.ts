import { expect, test } from "vitest";
import { bisect } from "./bisect.ts";

test("finds where a condition begins to hold, to the last bit", () => {
  const root = bisect(0, 2, (x) => x * x >= 2);
  expect(root).toBeCloseTo(Math.SQRT2, 15);
  expect(root * root).toBeGreaterThanOrEqual(2);
});

test("a condition that always holds begins at the low end, one that never does at the high one", () => {
  expect(bisect(-3, 5, () => true)).toBe(-3);
  expect(bisect(-3, 5, () => false)).toBe(5);
});
