import { expect, test } from "vitest";
import { clip } from "./clip.ts";
import { displayWidth } from "./display-width.ts";
import { foldWhitespace } from "./fold-whitespace.ts";
import { toPointer } from "./pointer.ts";

test.each([
  ["", 0, ""],
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["abcd", 1, "…"],
  ["abcd", 0, ""],
  ["a😀bc", 3, "a…"],
  ["a😀bc", 4, "a😀…"],
])("%j clipped to %i is %j", (text, maxChars, clipped) => {
  expect(clip(text, maxChars)).toBe(clipped);
});

test.each([
  ["", ""],
  ["  a\t\n b  ", "a b"],
  ["a\u00A0b\u2003c", "a b c"],
  ["a b", "a b"],
])("%j folds to %j", (text, folded) => {
  expect(foldWhitespace(text)).toBe(folded);
});

test.each([
  [[], ""],
  [["a", 0, "b"], "/a/0/b"],
  [["a/b", "c~d", "~1"], "/a~1b/c~0d/~01"],
  [["", " "], "// "],
])("the pointer to %j is %j", (segments, pointer) => {
  expect(toPointer(segments)).toBe(pointer);
});

test.each([
  ["abc", 3],
  ["日本", 4],
  ["é", 1],
  ["e\u0301", 1],
  ["😀", 2],
  ["한국어", 6],
])("%j is %i columns wide", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
