import { expect, test } from "vitest";
import { commonSteps } from "./common-steps.ts";

test.each([
  ["", "", ""],
  ["abc", "abc", "00 11 22"],
  ["abc", "axc", "00 22"],
  ["abc", "c", "20"],
  ["ab", "xaby", "01 12"],
  ["abc", "xyz", ""],
])("%s and %s have %s in common", (a, b, expected) => {
  expect(
    commonSteps(a.split(""), b.split(""))
      .map((pair) => pair.join(""))
      .join(" "),
  ).toBe(expected);
});

test("of lists with too little in common nothing is looked for", () => {
  const a = Array.from({ length: 30 }, (_, index) => `a${index}`);
  expect(commonSteps([...a, "same"], ["other", "same"], 5)).toEqual([]);
  expect(commonSteps([...a, "same"], ["other", "same"])).toEqual([[30, 1]]);
});
