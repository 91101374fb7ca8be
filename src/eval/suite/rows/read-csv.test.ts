import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../core/errors/app-error.ts";
import { readCsv } from "./read-csv.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test("whatever texts are written come back, each row at its line", () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[a",\n ]{0,6}$/), fc.constant(""));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, end) => {
      const text = [["a", "b", "c"], ...table].map((row) => row.map(quoted).join(",")).join(end);
      const read = readCsv(text, "t.csv").map((row) => {
        if (row instanceof AppError) throw row;
        return { cells: row.cells, line: row.placeOf().line };
      });
      let line = 2;
      const expected = table.flatMap(([a, b, c]) => {
        const at = line;
        line += [a, b, c].join("").split("\n").length;
        if (a + b + c === "") return [];
        const cells = Object.entries({ a, b, c }).filter(([, value]) => value.trim() !== "");
        return [{ cells: Object.fromEntries(cells), line: at }];
      });
      expect(read).toEqual(expected);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test.each<[string, string | undefined]>([
  ["id;ask\n1;2\n", "semicolons"],
  ["id\task\n1\t2\n", "tabs"],
  ["id\n1;2\n", undefined],
  ["a;b,c\n1,2\n", undefined],
])("%j is told which separator is meant: %s", (text, separator) => {
  const [first] = readCsv(text, "t.csv");
  if (separator === undefined) expect(first).not.toBeInstanceOf(AppError);
  else {
    expect(first).toMatchObject({
      message: expect.stringContaining("the header is one column"),
      hint: `columns are separated by commas, not by ${separator}`,
    });
  }
});
