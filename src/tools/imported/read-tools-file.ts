import { AppError, throwAll } from "../../core/errors/app-error.ts";
import type { JsonValue } from "../../core/json.ts";
import { toPointer } from "../../core/text/pointer.ts";
import { validateFormat } from "../../schema/index.ts";
import type { ToolsFile } from "./tools-file.ts";

const maxProblems = 20;

/**
 * Reads the text of a file of tools.
 *
 * @throws AppError or AppErrors TOOL_FILE_INVALID with what is wrong in it
 */
export async function readToolsFile(text: string, file: string): Promise<ToolsFile> {
  const value = parse(text, file);
  const problems = await validateFormat("tools", value);
  throwAll(
    problems.slice(0, maxProblems).map(({ path, message, hint }) => {
      const where = path.length === 0 ? "" : `${toPointer(path)}: `;
      return new AppError("TOOL_FILE_INVALID", `${where}${message}`, {
        hint: hint ?? "`flowproof tools import` writes these files",
        place: { file },
      });
    }),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has just said so
  return value as unknown as ToolsFile;
}

function parse(text: string, file: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("TOOL_FILE_INVALID", `this is no JSON: ${reason}`, {
      hint: "import the tools again with `flowproof tools import`",
      place: { file },
      cause,
    });
  }
}
