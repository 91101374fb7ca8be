import { describe, expect, test } from "vitest";
import { PyFloat } from "./py-float.ts";
import { PyRecursionError } from "./py-recursion-error.ts";
import { pyRepr } from "./py-repr.ts";
import { pyStrRepr } from "./py-str-repr.ts";
import { pyStr } from "./py-str.ts";
import type { PyValue } from "./py-value.ts";

// Every expected text below was printed by Python.
describe("pyRepr", () => {
  test.each<[PyValue, string]>([
    [null, "None"],
    [true, "True"],
    [false, "False"],
    [0, "0"],
    [-7, "-7"],
    [1e22, "10000000000000000000000"],
    [12345678901234567890n, "12345678901234567890"],
    [[], "[]"],
    [new Map(), "{}"],
    [[1, new PyFloat(1), "it's", null, ["n"]], `[1, 1.0, "it's", None, ['n']]`],
    [
      new Map<string, PyValue>([
        ["b", 1],
        ["__proto__", [true]],
      ]),
      "{'b': 1, '__proto__': [True]}",
    ],
  ])("%o", (value, expected) => {
    expect(pyRepr(value)).toBe(expected);
  });

  test.each([
    [0.1, "0.1"],
    [3, "3.0"],
    [100, "100.0"],
    [123.456, "123.456"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e+16"],
    [123456789012345680, "1.2345678901234568e+17"],
    [9007199254740992, "9007199254740992.0"],
    [1e22, "1e+22"],
    [1e100, "1e+100"],
    [0.0001, "0.0001"],
    [0.0001234, "0.0001234"],
    [1e-5, "1e-05"],
    [-2.5e-10, "-2.5e-10"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [0, "0.0"],
    [-0, "-0.0"],
    [Number.NaN, "nan"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
  ])("the float %d", (value, expected) => {
    expect(pyRepr(new PyFloat(value))).toBe(expected);
  });

  test("refuses what Python could not walk", () => {
    let value: PyValue = [];
    for (let depth = 0; depth < 1000; depth += 1) value = [value];
    expect(() => pyRepr(value)).toThrow(PyRecursionError);
  });
});

describe("pyStrRepr", () => {
  test.each([
    ["", "''"],
    ["it's", `"it's"`],
    ['a"b', `'a"b'`],
    [`both ' and "`, `'both \\' and "'`],
    ["a\n\t\r\\", "'a\\n\\t\\r\\\\'"],
    ["\u0000\u007f\u00a0\u00ad", "'\\x00\\x7f\\xa0\\xad'"],
    ["\u2028\u200b\u3000", "'\\u2028\\u200b\\u3000'"],
    ["😀\u{e0001}", "'😀\\U000e0001'"],
    ["\ud800", "'\\ud800'"],
    ["é 日本", "'é 日本'"],
  ])("%j", (text, expected) => {
    expect(pyStrRepr(text)).toBe(expected);
  });
});

describe("pyStr", () => {
  test("prints a string as it is and the rest as its repr", () => {
    expect([pyStr("it's"), pyStr(["it's"]), pyStr(null)]).toEqual(["it's", `["it's"]`, "None"]);
  });
});
