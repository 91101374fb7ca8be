import { resolve } from "node:path";
import { parseBaseline } from "../../../src/compare/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { shownPath } from "../../../src/platform/index.ts";
import type { BaselineFile } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";

/**
 * Reads a baseline that a command line names.
 *
 * @throws AppError or AppErrors FILE_NOT_FOUND, COMPARE_BASELINE_INVALID
 */
export async function readBaselineFile(
  file: string,
  { cwd, files }: Pick<CliContext, "cwd" | "files">,
): Promise<BaselineFile> {
  const path = resolve(cwd, file);
  const text = await files.read(path);
  if (text !== undefined) return parseBaseline(text, shownPath(path, cwd));
  throw new AppError("FILE_NOT_FOUND", `there is no baseline ${file}`, {
    hint: "`flowproof eval baseline accept` writes one",
  });
}
