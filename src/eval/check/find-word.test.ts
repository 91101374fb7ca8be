import { expect, test } from "vitest";
import { hasWord } from "./find-word.ts";

test.each([
  ["There are 42 issues", "42"],
  ["42", "42"],
  ["It is 42.", "42"],
  ["41, 42, 43", "42"],
  ["(42)", "42"],
  ["**42** issues", "42"],
  ["1,042 and then 42", "42"],
  ["about 42%", "42"],
  ["issue #42", "#42"],
  ["the cart is empty", "cart is"],
  ["größe", "größe"],
  ["count: 42.5", "42.5"],
  ["C++ is meant", "C++"],
])("%j has %j", (text, word) => {
  expect(hasWord(text, word)).toBe(true);
});

test.each([
  ["There are 142 issues", "42"],
  ["1,042", "42"],
  ["42.5", "42"],
  ["3.42", "42"],
  ["42nd", "42"],
  ["x_42", "42"],
  ["carts", "cart"],
  ["Größe", "Grö"],
  ["Cart", "cart"],
  ["anything", ""],
  ["", "42"],
])("%j does not have %j", (text, word) => {
  expect(hasWord(text, word)).toBe(false);
});

test("a long text is searched in linear time", () => {
  expect(hasWord("aa".repeat(500_000), "a")).toBe(false);
});
