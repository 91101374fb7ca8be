import type { AppError } from "../../../core/errors/app-error.ts";
import { isJsonObject } from "../../../core/json.ts";
import type { Place } from "../../../core/position.ts";
import { readYaml } from "../../../yaml/index.ts";
import { readJson } from "./read-csv.ts";
import type { Row } from "./row.ts";
import { rowsError } from "./rows-error.ts";

/** Reads one JSON object a line. Empty lines are skipped, and what is null is not there. */
export function readJsonl(text: string, file: string): readonly (Row | AppError)[] {
  const lines = text.replace(/^\uFEFF/u, "").split("\n");
  return lines.flatMap((source, index) =>
    source.trim() === "" ? [] : [readLine(source, { file, line: index + 1 })],
  );
}

function readLine(
  source: string,
  { file, line }: { readonly file: string; readonly line: number },
): Row | AppError {
  const value = readJson(source);
  if (value === undefined) return rowsError("the line is not JSON", { file, line }, jsonHint);
  if (!isJsonObject(value)) {
    return rowsError("the line is not a JSON object", { file, line }, jsonHint);
  }
  const cells = Object.fromEntries(Object.entries(value).filter(([, cell]) => cell !== null));
  const find = (column: string | undefined, part: "key" | "value"): Place => {
    // JSON is YAML, whose reader knows where things stand; it is asked only where something is wrong.
    const range = column === undefined ? undefined : readYaml(source, file).rangeOf([column], part);
    return range === undefined ? { file, line } : { file, line, column: range.start.column };
  };
  return {
    cells,
    placeOf: (column) => find(column, "value"),
    placeOfName: (column) => find(column, "key"),
    isText: false,
  };
}

const jsonHint = 'write one object a line: {"id": "one", "ask": "…", "expect.answer.word": "42"}';
