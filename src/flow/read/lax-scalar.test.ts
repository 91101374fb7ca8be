import { describe, expect, test } from "vitest";
import { PyFloat } from "../../core/python/py-float.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { PyDate } from "../../yaml/index.ts";
import { laxBoolean, laxInteger, laxNumber } from "./lax-scalar.ts";

describe("laxBoolean", () => {
  test.each<PyValue>([true, 1, 1n, new PyFloat(1), "true", "T", "Yes", "y", "ON", "1"])(
    "%s is true",
    (value) => {
      expect(laxBoolean(value)).toBe(true);
    },
  );

  test.each<PyValue>([false, 0, 0n, new PyFloat(0), "False", "f", "no", "N", "off", "0"])(
    "%s is false",
    (value) => {
      expect(laxBoolean(value)).toBe(false);
    },
  );

  test.each<PyValue>([null, 2, -1, new PyFloat(0.5), "", "maybe", " true", [], new Map()])(
    "%s is neither",
    (value) => {
      expect(laxBoolean(value)).toBeUndefined();
    },
  );
});

describe("laxInteger", () => {
  test.each<[PyValue, number]>([
    [5, 5],
    [5n, 5],
    [true, 1],
    [false, 0],
    [new PyFloat(3), 3],
    ["5", 5],
    [" 5 ", 5],
    ["-5.0", -5],
    ["1_000", 1000],
  ])("%s is %s", (value, expected) => {
    expect(laxInteger(value)).toBe(expected);
  });

  test.each<PyValue>([
    null,
    new PyFloat(5.5),
    new PyFloat(Number.NaN),
    "5.5",
    "",
    "x",
    "1e3",
    "5.",
    "0x1",
    [],
  ])("%s is none", (value) => {
    expect(laxInteger(value)).toBeUndefined();
  });
});

describe("laxNumber", () => {
  test.each<[PyValue, number]>([
    [5, 5],
    [new PyFloat(0.5), 0.5],
    ["0.5", 0.5],
    [" .5e1 ", 5],
    ["7", 7],
    ["1_000.5", 1000.5],
    [" -Inf", -Infinity],
    [true, 1],
  ])("%s is %s", (value, expected) => {
    expect(laxNumber(value)).toBe(expected);
  });

  test.each<PyValue>([null, "", "soon", "1.2.3", [], new PyDate("2026-01-01")])(
    "%s is none",
    (value) => {
      expect(laxNumber(value)).toBeUndefined();
    },
  );
});
