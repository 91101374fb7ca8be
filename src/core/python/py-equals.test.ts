import { expect, test } from "vitest";
import { pyEquals } from "./py-equals.ts";
import { PyFloat } from "./py-float.ts";
import type { PyValue } from "./py-value.ts";

const dict = (...entries: [string, PyValue][]): PyValue => new Map(entries);

test.each<[PyValue, PyValue]>([
  [1, 1],
  [1, new PyFloat(1)],
  [1, true],
  [false, new PyFloat(0)],
  [2n ** 70n, 2n ** 70n],
  ["a", "a"],
  [null, null],
  [
    [1, [new PyFloat(2)]],
    [true, [2]],
  ],
  [dict(["a", 1], ["b", 2]), dict(["b", 2], ["a", 1])],
])("%o equals %o", (a, b) => {
  expect(pyEquals(a, b)).toBe(true);
  expect(pyEquals(b, a)).toBe(true);
});

test.each<[PyValue, PyValue]>([
  [1, "1"],
  [0, null],
  [false, null],
  ["", false],
  [0, ""],
  [2n ** 70n, new PyFloat(Number.POSITIVE_INFINITY)],
  [2n ** 53n + 1n, new PyFloat(2 ** 53)],
  [new PyFloat(Number.NaN), new PyFloat(Number.NaN)],
  [[1], [1, 2]],
  [[], dict()],
  [[], 0],
  [dict(), 0],
  [dict(["a", null]), dict(["b", null])],
  [dict(["a", 1]), dict(["a", 1], ["b", 2])],
])("%o does not equal %o", (a, b) => {
  expect(pyEquals(a, b)).toBe(false);
  expect(pyEquals(b, a)).toBe(false);
});
