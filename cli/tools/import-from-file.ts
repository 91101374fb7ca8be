import { basename, resolve } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { JsonValue } from "../../src/core/json.ts";
import { readToolList, toolsFileEnding } from "../../src/tools/index.ts";
import type { CliContext } from "../context.ts";
import type { ToolImport } from "./tool-import.ts";

const maxBytes = 20_000_000;

/** The tools that a file lists, or standard input where it is called `-`. */
export async function importFromFile(given: string, context: CliContext): Promise<ToolImport> {
  const place = { file: given === "-" ? "standard input" : given };
  const refuse = (message: string, hint: string, cause?: unknown): AppError => {
    return new AppError("TOOL_IMPORT_INVALID", message, { hint, place, cause });
  };
  const text = await readGiven(given, context);
  if (text.length > maxBytes) {
    throw refuse(`it is longer than ${maxBytes} bytes`, "no list of tools is; is it another file?");
  }
  const list = readToolList(parse(text, refuse));
  if (list === undefined) {
    throw refuse(
      "it holds no list of tools",
      "a JSON list, or a map with a list under `tools`: [{ name, description, schema }]",
    );
  }
  const { formats, tools, strangers } = list;
  const shown = strangers.slice(0, 5).join(", ");
  return {
    source: { kind: "file", formats },
    name: given === "-" ? "stdin" : nameOf(given),
    tools,
    notes:
      strangers.length === 0
        ? []
        : [`${strangers.length} of the entries are no tools and were left out: ${shown} (from 0)`],
  };
}

function nameOf(path: string): string {
  const name = basename(path);
  return name.endsWith(toolsFileEnding)
    ? name.slice(0, -toolsFileEnding.length)
    : name.replace(/\.json$/i, "");
}

async function readGiven(given: string, { cwd, files, stdin }: CliContext): Promise<string> {
  if (given === "-") return new TextDecoder().decode(await stdin());
  const text = await files.read(resolve(cwd, given));
  if (text !== undefined) return text;
  throw new AppError("FILE_NOT_FOUND", `there is no file ${given}`, {
    hint: "--from-file takes the path of a JSON file with a list of tools",
  });
}

function parse(
  text: string,
  refuse: (message: string, hint: string, cause?: unknown) => AppError,
): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refuse(`it is no JSON: ${reason}`, "write it with json.dump of Python, or alike", cause);
  }
}
