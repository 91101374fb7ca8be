import { expect, test } from "vitest";
import type { Range } from "../core/position.ts";
import { schemaErrors } from "./schema-errors.ts";

function at(line: number, column: number): Range {
  return { start: { line, column }, end: { line, column: column + 1 } };
}

test("each problem stands at its key or value, or at the nearest part around it, in the file's order", () => {
  const ranges = new Map([
    ["value ", at(1, 1)],
    ["value a", at(9, 5)],
    ["key a", at(9, 1)],
    ["value b", at(2, 5)],
  ]);
  const source = {
    file: "x.yml",
    rangeOf: (path: readonly (string | number)[], part = "value") => {
      return ranges.get(`${part} ${path.join(".")}`);
    },
  };
  const errors = schemaErrors(
    [
      { path: ["a"], atKey: true, message: "key a" },
      { path: ["a"], atKey: false, message: "value a", hint: "do" },
      { path: ["b", 0, "c"], atKey: true, message: "inside b" },
      { path: [], atKey: false, message: "root" },
    ],
    source,
    "CONFIG_INVALID",
  );
  expect(errors.map(({ code, message, hint, place }) => [code, message, hint, place])).toEqual([
    ["CONFIG_INVALID", "root", undefined, { file: "x.yml", line: 1, column: 1 }],
    ["CONFIG_INVALID", "inside b", undefined, { file: "x.yml", line: 2, column: 5 }],
    ["CONFIG_INVALID", "key a", undefined, { file: "x.yml", line: 9, column: 1 }],
    ["CONFIG_INVALID", "value a", "do", { file: "x.yml", line: 9, column: 5 }],
  ]);
});

test("a file without any place is named all the same", () => {
  const [error] = schemaErrors(
    [{ path: [], atKey: false, message: "m" }],
    { file: "x.yml", rangeOf: () => undefined },
    "CONFIG_INVALID",
  );
  expect(error?.place).toEqual({ file: "x.yml" });
});
