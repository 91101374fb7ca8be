import { expect, test } from "vitest";
import { PyFloat } from "./py-float.ts";
import { pyTruthy } from "./py-truthy.ts";
import { pyTypeName } from "./py-type-name.ts";
import type { PyValue } from "./py-value.ts";

test.each<[PyValue, string, boolean]>([
  [null, "NoneType", false],
  [true, "bool", true],
  [false, "bool", false],
  [0, "int", false],
  [0n, "int", false],
  [-1, "int", true],
  [2n ** 64n, "int", true],
  [new PyFloat(0), "float", false],
  [new PyFloat(Number.NaN), "float", true],
  ["", "str", false],
  ["0", "str", true],
  [[], "list", false],
  [[0], "list", true],
  [new Map(), "dict", false],
  [new Map([["a", 0]]), "dict", true],
])("%o is a %s and its truth is %s", (value, name, truth) => {
  expect(pyTypeName(value)).toBe(name);
  expect(pyTruthy(value)).toBe(truth);
});
