import { parse } from "csv-parse/sync";
import { array, assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { csvRows } from "./csv.ts";

test.each([
  ["plain", '"plain"'],
  ['say "hi", you\nall', '"say ""hi"", you\nall"'],
  ["=1+1", `"'=1+1"`],
  ["+1", `"'+1"`],
  ["-1", `"'-1"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  ["  =1", `"'  =1"`],
  ["\t=1", `"'\t=1"`],
  ["\tplain", `"'\tplain"`],
  ["\uFF1D1", `"'\uFF1D1"`],
  ["\u001B[31m=1", `"'=1"`],
  ["a=1", '"a=1"'],
  ["\u0000\u202E", '"␀<U+202E>"'],
])("%j is %j", (text, cell) => {
  expect(csvRows([[text]])).toBe(`${cell}\r\n`);
});

test("numbers are numbers, and what is not known is empty", () => {
  expect(csvRows([["a", -1.5, undefined, ""]])).toBe('"a","-1.5","",""\r\n');
});

test("whatever is written is read again, cell by cell", () => {
  const rows = array(array(string({ unit: "grapheme-ascii" }), { minLength: 3, maxLength: 3 }));
  assert(
    property(rows, (cells) => {
      const read: readonly (readonly string[])[] = parse(csvRows(cells));
      const plain = (row: readonly string[]): readonly string[] =>
        row.map((cell) => (/^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell));
      expect(read).toEqual(cells.map(plain));
    }),
    { numRuns: 50 },
  );
});
