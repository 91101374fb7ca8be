import { expect, test } from "vitest";
import { chartLabel } from "./chart-label.ts";

test.each([
  ["short", 10, "short"],
  ["exactly-10", 10, "exactly-10"],
  ["eleven-char", 10, "eleve…char"],
  ["two  lines\nof it", 40, "two lines of it"],
  ["課題課題課題", 7, "課題…題"],
  ["👩🏽‍🚀 goes", 40, "👩🏽‍🚀 goes"],
  ["\u001b[31mred", 10, "red"],
  ["a\u202Eb", 20, "a<U+202E>b"],
  ["cut at a space", 9, "cut…pace"],
  [`suite-of-${"x".repeat(200)} › chat`, 14, "suite-o…› chat"],
  ["", 5, ""],
])("%j in %d columns is %j", (text, columns, expected) => {
  expect(chartLabel(text, columns)).toBe(expected);
});
