import { extname, isAbsolute, join } from "node:path";
import { AppError } from "../../../core/errors/app-error.ts";
import type { Files } from "../../../core/files.ts";
import { shownPath } from "../../../platform/index.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonl } from "./read-jsonl.ts";
import { rowLimits } from "./row-limits.ts";
import type { Row } from "./row.ts";
import { rowsError } from "./rows-error.ts";

/** How files of cases are read, by extension. */
const readers: Readonly<
  Record<string, (text: string, file: string) => readonly (Row | AppError)[]>
> = { ".csv": readCsv, ".jsonl": readJsonl, ".ndjson": readJsonl };

export interface RowPlace {
  readonly files: Files;
  /** Folder of the suite's file, absolute. */
  readonly folder: string;
  /** Working directory, absolute. */
  readonly cwd: string;
}

export interface RowFile {
  /** As messages name it. */
  readonly file: string;
  readonly rows: readonly Row[];
  /** With places of their own, or with none where the file itself is what is wrong. */
  readonly errors: readonly AppError[];
}

/** Reads a file of cases, by its extension. */
export async function readRowFile(
  name: string,
  { files, folder, cwd }: RowPlace,
): Promise<RowFile> {
  const path = isAbsolute(name) ? name : join(folder, name);
  const file = shownPath(path, cwd);
  const failed = (error: AppError): RowFile => ({ file, rows: [], errors: [error] });
  const read = readers[extname(path).toLowerCase()];
  if (read === undefined) {
    const hint = `its name ends in ${Object.keys(readers).join(", ")}`;
    return failed(new AppError("EVAL_CASES_FILE", `${name} is no file of cases`, { hint }));
  }
  const text = await readText(path, files);
  if (text instanceof AppError) return failed(text);
  if (text === undefined) {
    const message = `there is no file of cases ${name}`;
    const hint = `the path is relative to the suite's folder: ${file} was looked for`;
    return failed(new AppError("EVAL_CASES_FILE", message, { hint }));
  }
  if (text.length > rowLimits.chars) {
    return failed(rowsError(`the file has more than ${rowLimits.chars} characters`, { file }));
  }
  const found = read(text, file);
  if (found.length === 0) {
    return failed(rowsError("the file has no row", { file }, "each row becomes a case"));
  }
  if (found.length > rowLimits.rows) {
    const hint = "split the suite, or sample the file before";
    return failed(rowsError(`the file has more than ${rowLimits.rows} rows`, { file }, hint));
  }
  return {
    file,
    rows: found.flatMap((each) => (each instanceof AppError ? [] : [each])),
    errors: found.filter((each) => each instanceof AppError),
  };
}

async function readText(path: string, files: Files): Promise<string | undefined | AppError> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
