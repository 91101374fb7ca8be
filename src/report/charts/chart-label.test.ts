import { expect, test } from "vitest";
import { chartLabel } from "./chart-label.ts";

test.each([
  ["short", 10, "short"],
  ["exactly-10", 10, "exactly-10"],
  ["eleven-char", 10, "eleven-ch…"],
  ["two  lines\nof it", 40, "two lines of it"],
  ["課題課題課題", 7, "課題課…"],
  ["👩🏽‍🚀 goes", 40, "👩🏽‍🚀 goes"],
  ["\u001b[31mred", 10, "red"],
  ["a\u202Eb", 20, "a<U+202E>b"],
  ["cut at a space", 5, "cut…"],
  ["", 5, ""],
])("%j in %d columns is %j", (text, columns, expected) => {
  expect(chartLabel(text, columns)).toBe(expected);
});
