import { expect, test } from "vitest";
import type { Range } from "../position.ts";
import { codeFrame, lineFrame } from "./code-frame.ts";

function on(line: number, start: number, end: number): Range {
  return { start: { line, column: start }, end: { line, column: end } };
}

test("underlines a range", () => {
  expect(codeFrame("suite: a\ncases:\n  - tols: []\n", on(3, 5, 9))).toMatchInlineSnapshot(`
    "  |
    3 |   - tols: []
      |     ^~~~"
  `);
});

test("the gutter is as wide as the number", () => {
  expect(codeFrame(`${"\n".repeat(99)}a: b`, on(100, 4, 5))).toMatchInlineSnapshot(`
    "    |
    100 | a: b
        |    ^"
  `);
});

test("a long line is shown about the place", () => {
  const frame = codeFrame(`${"x".repeat(200)}here${"y".repeat(200)}`, on(1, 201, 205));
  expect(frame).toMatchInlineSnapshot(`
    "  |
    1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxhereyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
      |                                          ^~~~"
  `);
});

test("a range over several lines is underlined to the end of the first", () => {
  const range: Range = { start: { line: 1, column: 4 }, end: { line: 3, column: 2 } };
  expect(codeFrame("a: {b\n  c\n}", range)).toMatchInlineSnapshot(`
    "  |
    1 | a: {b
      |    ^~"
  `);
});

test("tabs, wide characters and control characters keep the mark in place", () => {
  expect(codeFrame("\t日本: \u001B[31mx", on(1, 6, 12))).toMatchInlineSnapshot(`
    "  |
    1 |  日本: x
      |        ^"
  `);
});

test.each([
  { name: "an empty range", text: "a", range: on(1, 1, 1), lines: ["a", "^"] },
  { name: "a range past the end", text: "a", range: on(1, 9, 12), lines: ["a", " ^"] },
  { name: "a range turned round", text: "abc", range: on(1, 3, 1), lines: ["abc", "  ^"] },
  { name: "the end of a Windows line", text: "ab\r\nc", range: on(1, 2, 3), lines: ["ab", " ^"] },
])("$name", ({ text, range, lines: [source, mark] }) => {
  expect(codeFrame(text, range)).toBe(`  |\n1 | ${source}\n  | ${mark}`);
});

test("a line that does not exist has no frame", () => {
  expect(codeFrame("a\nb", on(7, 1, 2))).toBe("");
});

test("what follows a long line takes no time", () => {
  const line = "x".repeat(1_000_000);
  const start = performance.now();
  for (let column = 1; column <= 20_000; column += 1) lineFrame(line, on(1, column, column + 9));
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("escape sequences take no room from what is shown", () => {
  const frame = codeFrame(`here${"\u001B[31m".repeat(100)} and there`, on(1, 1, 5));
  expect(frame).toContain("1 | here and there\n");
});
