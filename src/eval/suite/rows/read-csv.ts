import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "../../../core/errors/app-error.ts";
import type { JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { clip } from "../../../core/text/clip.ts";
import { rowLimits } from "./row-limits.ts";
import type { Row } from "./row.ts";
import { rowsError } from "./rows-error.ts";

/** Cells of such a column are JSON. */
const jsonSuffix = ":json";

interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a CSV file with a header (RFC 4180). Empty cells are not there. */
export function readCsv(text: string, file: string): readonly (Row | AppError)[] {
  const records = readRecords(text, file);
  if (records instanceof AppError) return [records];
  const [header, ...others] = records;
  if (header === undefined) return [];
  const names = header.cells.map((cell) => cell.trim());
  const wrong = headerProblem(names);
  const place = { file, line: header.line };
  if (wrong !== undefined) return [rowsError(wrong, place, "give each column a name of its own")];
  const separator = otherSeparator(names);
  if (separator !== undefined) {
    const message = `the header is one column, ${JSON.stringify(clip(names[0] ?? "", 60))}`;
    return [rowsError(message, place, `columns are separated by commas, not by ${separator}`)];
  }
  return others.map((record) => readRecord(record, { names, header: place }));
}

function readRecords(text: string, file: string): readonly Record[] | AppError {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      to: rowLimits.rows + 2,
    });
    return Array.isArray(parsed) ? parsed.flatMap(asRecord) : [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? error["lines"] : undefined;
    const place = line === undefined ? { file } : { file, line };
    return rowsError(
      `the file is not CSV: ${clip(error.message, 200)}`,
      place,
      'a cell with a comma, a quote or a line break stands in quotes, with "" for a quote',
    );
  }
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function asRecord(value: ParsedRecord): readonly Record[] {
  const { record: cells, info } = value;
  const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
  return cells.every((cell) => cell === "") ? [] : [{ line: info.lines - breaks, cells }];
}

function headerProblem(names: readonly string[]): string | undefined {
  if (names.length > rowLimits.columns) return `there are more than ${rowLimits.columns} columns`;
  const plain = names.map(plainName);
  const unnamed = plain.indexOf("");
  if (unnamed !== -1) return `column ${unnamed + 1} has no name`;
  const twice = plain.find((name, index) => plain.indexOf(name) !== index);
  return twice === undefined ? undefined : `there are two columns "${clip(twice, 60)}"`;
}

/** What spreadsheets write instead of commas, in some countries. */
function otherSeparator([only = "", ...others]: readonly string[]): string | undefined {
  if (others.length > 0) return undefined;
  if (only.includes("\t")) return "tabs";
  return only.includes(";") ? "semicolons" : undefined;
}

function plainName(name: string): string {
  return name.endsWith(jsonSuffix) ? name.slice(0, -jsonSuffix.length) : name;
}

interface CsvFrame {
  readonly names: readonly string[];
  readonly header: { readonly file: string; readonly line: number };
}

function readRecord({ line, cells }: Record, { names, header }: CsvFrame): Row | AppError {
  const place = { file: header.file, line };
  if (cells.length !== names.length) {
    return rowsError(
      `the row has ${cells.length} cells, the header ${names.length}`,
      place,
      'a cell with a comma stands in quotes: "a, b"',
    );
  }
  const values: [string, JsonValue][] = [];
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? "";
    if (cell.trim() === "") continue;
    if (!name.endsWith(jsonSuffix)) {
      values.push([name, cell]);
      continue;
    }
    const value = readJson(cell);
    if (value === undefined) {
      const message = `the cell of "${clip(name, 60)}" is not JSON: ${clip(cell, 60)}`;
      return rowsError(message, place, 'write a text as "text", or the column without :json');
    }
    values.push([plainName(name), value]);
  }
  return {
    cells: Object.fromEntries(values),
    placeOf: () => place,
    placeOfName: () => header,
    isText: true,
  };
}

/** What a text says as JSON; undefined where it is none. */
export function readJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonArray(value) ? [...value] : value;
  } catch {
    return undefined;
  }
}
