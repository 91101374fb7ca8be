import { describe, expect, test } from "vitest";
import { toFixedText, toScientific } from "./decimal.ts";

// Printed by Python.
describe("toFixedText", () => {
  test.each([
    [0.5, 0, "0"],
    [1.5, 0, "2"],
    [2.5, 0, "2"],
    [0.125, 2, "0.12"],
    [0.375, 2, "0.38"],
    [2.675, 2, "2.67"],
    [1.005, 2, "1.00"],
    [1e21, 2, "1000000000000000000000.00"],
    [1e-7, 3, "0.000"],
    [-0.5, 0, "-0"],
    [-1.5, 1, "-1.5"],
    [1 / 3, 20, "0.33333333333333331483"],
    [0.1, 55, "0.1000000000000000055511151231257827021181583404541015625"],
    [15, -1, "20"],
    [25, -1, "20"],
    [123456.789, -3, "123000"],
    [4, -1, "0"],
    [99.995, 2, "100.00"],
    [0.05, 1, "0.1"],
    [0, 3, "0.000"],
    [-0, 1, "-0.0"],
  ])("%d to %d places is %s", (value, places, expected) => {
    expect(toFixedText(value, places)).toBe(expected);
  });

  test("any number of places is cheap", () => {
    expect(toFixedText(5e-324, 100_000)).toHaveLength(100_002);
  });
});

describe("toScientific", () => {
  test.each([
    [2.5, 1, "2", 0],
    [3.5, 1, "4", 0],
    [0.00012345, 3, "123", -4],
    [12345.678, 6, "123457", 4],
    [9.9999, 3, "100", 1],
    [5e-324, 4, "4941", -324],
    [1.7976931348623157e308, 5, "17977", 308],
    [999.5, 3, "100", 3],
    [0.1, 20, "10000000000000000555", -1],
    [0, 3, "000", 0],
  ])("%d to %d digits is %s with exponent %d", (value, count, digits, exponent) => {
    expect(toScientific(value, count)).toEqual({ sign: "", digits, exponent });
  });
});
