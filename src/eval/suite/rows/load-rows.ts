import { AppError } from "../../../core/errors/app-error.ts";
import type { Files } from "../../../core/files.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import type { Place } from "../../../core/position.ts";
import { type SchemaProblem, validateFormat } from "../../../schema/index.ts";
import { readCase } from "../read-case.ts";
import type { SuiteFrame } from "../suite-frame.ts";
import { SuiteReader, type SuitePlaces } from "../suite-reader.ts";
import type { SuiteCase } from "../suite.ts";
import type { BuiltCase } from "./built-case.ts";
import { caseOfColumns } from "./case-of-columns.ts";
import { caseOfTemplate } from "./case-of-template.ts";
import { readRowFile, type RowFile } from "./read-row-file.ts";
import { rowLimits } from "./row-limits.ts";
import type { Row } from "./row.ts";
import { rowsError } from "./rows-error.ts";
import { reportTemplate } from "./template-problems.ts";

/** A case of a file, and where its row stands. */
export interface RowCase {
  readonly read: SuiteCase;
  readonly place: Place;
}

export interface RowsFrame extends SuiteFrame {
  /** Working directory, absolute. */
  readonly cwd: string;
  /** Reads files of cases, where `files` reads what cases name. */
  readonly rowFiles: Files;
}

/** Reads the cases of `cases_file:`, by `case_template:` if there is one. What is wrong is reported. */
export async function loadRows(suite: JsonObject, frame: RowsFrame): Promise<readonly RowCase[]> {
  const { reader } = frame;
  const { cases_file: named, case_template: template } = suite;
  if (template !== undefined && named === undefined) {
    reader.add({
      path: ["case_template"],
      code: "EVAL_CASES_FILE",
      atKey: true,
      message: "there is a template for rows, and no file that has any",
      hint: "name one with `cases_file`, or write the cases under `cases`",
    });
  }
  const files = await readFiles(named, frame);
  const rows = files.flatMap((file) => file.rows);
  if (rows.length > rowLimits.rows) {
    reader.add({
      path: ["cases_file"],
      code: "EVAL_CASES_FILE",
      message: `the files have more than ${rowLimits.rows} rows together`,
      hint: "split the suite",
    });
    return [];
  }
  const usable = isJsonObject(template) && reader.wellFormed(["case_template"]);
  const isWell =
    !usable ||
    rows.length === 0 ||
    reportTemplate(template, { path: ["case_template"], reader, rows });
  const found: RowCase[] = [];
  for (const { file, rows: ofFile, errors } of files) {
    const built = ofFile.map((row) => {
      return { row, built: usable ? caseOfTemplate(template, row) : caseOfColumns(row) };
    });
    const read = isWell && (template === undefined || usable) ? await readBuilt(built, frame) : [];
    found.push(...read.flatMap(({ cases }) => cases));
    const all = [...errors, ...read.flatMap((each) => each.errors)];
    for (const error of bounded(all, file)) reader.addElsewhere(error);
  }
  return found;
}

async function readFiles(
  named: JsonValue | undefined,
  { reader, rowFiles: files, folder, cwd }: RowsFrame,
): Promise<readonly RowFile[]> {
  const entries =
    typeof named === "string"
      ? [{ name: named, path: ["cases_file"] }]
      : (isJsonArray(named) ? named : []).map((name, index) => {
          return { name, path: ["cases_file", index] };
        });
  const read: RowFile[] = [];
  for (const { name, path } of entries) {
    if (typeof name !== "string" || !reader.wellFormed(path)) continue;
    const file = await readRowFile(name, { files, folder, cwd });
    const placeless = file.errors.filter(({ place }) => place === undefined);
    for (const error of placeless) reader.addError(error, path);
    read.push({ ...file, errors: file.errors.filter(({ place }) => place !== undefined) });
  }
  return read;
}

interface BuiltRow {
  readonly row: Row;
  readonly built: BuiltCase | AppError;
}

interface ReadRow {
  readonly cases: readonly RowCase[];
  readonly errors: readonly AppError[];
}

async function readBuilt(rows: readonly BuiltRow[], frame: RowsFrame): Promise<readonly ReadRow[]> {
  const cases = rows.map(({ built }) => (built instanceof AppError ? {} : built.value));
  const problems = await problemsByCase(cases);
  const read: ReadRow[] = [];
  for (const [index, { row, built }] of rows.entries()) {
    if (built instanceof AppError) {
      read.push({ cases: [], errors: [built] });
      continue;
    }
    const reader = new SuiteReader(placesOf(row, built, frame.reader), problems.get(index) ?? []);
    const found = await readCase(built.value, [], { ...frame, reader });
    const place = row.placeOf();
    read.push({
      cases: found.map((each) => ({ read: { ...each, place }, place })),
      errors: reader.errors(),
    });
  }
  return read;
}

/** What the schema of suites says of cases, by their index. */
async function problemsByCase(
  cases: readonly JsonObject[],
): Promise<ReadonlyMap<number, readonly SchemaProblem[]>> {
  const byCase = new Map<number, SchemaProblem[]>();
  if (cases.length === 0) return byCase;
  for (const problem of await validateFormat("suite", { suite: "rows", cases })) {
    const [, index, ...path] = problem.path;
    if (typeof index !== "number") continue;
    const known = byCase.get(index) ?? [];
    const message = problem.message.replace(/^item \d+ of "cases"/u, "the case");
    known.push({ ...problem, path, message });
    byCase.set(index, known);
  }
  return byCase;
}

/** Where something of a case stands: in its row, or in the template where all rows have it from there. */
function placesOf(row: Row, { originOf }: BuiltCase, suite: SuiteReader): SuitePlaces {
  return {
    placeOf(path, atKey) {
      const { column, template } = originOf(path) ?? {};
      if (column === undefined) {
        return template === undefined
          ? row.placeOf()
          : suite.placeOf(["case_template", ...template], atKey);
      }
      return atKey && template === undefined ? row.placeOfName(column) : row.placeOf(column);
    },
  };
}

/** A mistake in a column is one in every row: enough of them is enough. */
function bounded(errors: readonly AppError[], file: string): readonly AppError[] {
  const known = new Set<string>();
  const distinct = errors.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, place ?? null]);
    return !known.has(key) && known.add(key) !== undefined;
  });
  const sorted = distinct.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
  const others = sorted.length - rowLimits.errors;
  if (others <= 0) return sorted;
  const rest = rowsError(`${others} more mistakes are in this file`, { file });
  return [...sorted.slice(0, rowLimits.errors), rest];
}
