import { isAbsolute, join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import { dumpPyJson } from "../../core/python/dump-py-json.ts";
import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import type { MockReader } from "./mock-reader.ts";
import type { MockAnswer } from "./mock.ts";

type Path = readonly (string | number)[];

/**
 * Reads a `returns_file`. What it holds is data, more often than not recorded from a real tool, so it is
 * never a template.
 */
export async function readAnswerFile(
  reader: MockReader,
  name: string,
  path: Path,
): Promise<MockAnswer | undefined> {
  const file = isAbsolute(name) ? name : join(reader.context.folder, name);
  const text = await readFile(reader, file, path);
  if (text === undefined) return undefined;
  const content = file.toLowerCase().endsWith(".json")
    ? dumpedAgain(reader, { file, text }, path)
    : text;
  if (content === undefined) return undefined;
  return { isError: false, content, isTemplate: false };
}

async function readFile(reader: MockReader, file: string, path: Path): Promise<string | undefined> {
  try {
    const text = await reader.context.files.read(file);
    if (text !== undefined) return text;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, hint } = error;
    return reader.add({ code, path, atKey: false, message, inSchema: false }, hint);
  }
  return reader.add(
    {
      code: "FILE_NOT_FOUND",
      path,
      atKey: false,
      message: `there is no file ${file}`,
      inSchema: false,
    },
    "the path is relative to the folder of the file that names it",
  );
}

/** JSON on one line as the service's tools write it, however the file is laid out. */
function dumpedAgain(
  reader: MockReader,
  { file, text }: { readonly file: string; readonly text: string },
  path: Path,
): string | undefined {
  try {
    return dumpPyJson(parsePyJson(text));
  } catch (error) {
    if (!(error instanceof PyJsonError)) throw error;
    return reader.meaning(path, `${file} is not JSON: ${error.message}`);
  }
}
