import { expect, test } from "vitest";
import { wrapText } from "./wrap-text.ts";

test.each<[text: string, columns: number, lines: string[]]>([
  ["", 10, [""]],
  ["one two", 7, ["one two"]],
  ["one two", 6, ["one", "  two"]],
  ["one two three", 9, ["one two", "  three"]],
  ["a wordthatiswide b", 6, ["a", "  wordthatiswide", "  b"]],
  ["日本 語", 5, ["日本", "  語"]],
  ["日本 語", 7, ["日本 語"]],
  ["one\ntwo", 20, ["one two"]],
])("%j in %i columns", (text, columns, lines) => {
  expect(wrapText(text, { columns, indent: "  " })).toEqual(lines);
});
