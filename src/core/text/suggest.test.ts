import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { didYouMean, suggest } from "./suggest.ts";

test.each([
  ["", "", 0],
  ["called", "called", 0],
  ["", "abc", 3],
  ["abc", "", 3],
  ["caled", "called", 1],
  ["calledd", "called", 1],
  ["cakled", "called", 1],
  ["clal", "call", 1],
  ["ca", "abc", 3],
  ["kitten", "sitting", 3],
])("from %j to %j it takes %i edits", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

const checks = ["answer", "called", "call_order", "called_any", "judge", "not_called"];

test.each([
  ["caled", "called"],
  ["Called", "called"],
  ["call-order", "call_order"],
  ["not_caled", "not_called"],
  ["jugde", "judge"],
  ["answers", "answer"],
  ["max_turns", undefined],
  ["xyz", undefined],
  ["", undefined],
  ["j", undefined],
  ["called".repeat(1000), undefined],
])("for %j suggests %j", (wrong, right) => {
  expect(suggest(wrong, checks)).toBe(right);
});

test("of two names at the same distance the first is suggested", () => {
  expect(suggest("cat", ["car", "cap"])).toBe("car");
});

test.each([
  ["caled", checks, 'did you mean "called"?'],
  ["xyz", ["a", "b"], "one of: a, b"],
  ["xyz", [], "there is nothing to choose from"],
  [
    "xyz",
    Array.from({ length: 14 }, (_, index) => `name_${index}`),
    "one of: name_0, name_1, name_2, name_3, name_4, name_5, name_6, name_7, name_8, name_9, name_10, name_11 and 2 more",
  ],
])("the hint for %j says what there is", (wrong, known, hint) => {
  expect(didYouMean(wrong, known)).toBe(hint);
});
