import { join } from "node:path";
import { AppError, AppErrors, throwAll } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import type { ToolCatalog } from "../tool-catalog.ts";
import { type ImportedFile, importedCatalog } from "./imported-catalog.ts";
import { readToolsFile } from "./read-tools-file.ts";
import { toolsFileEnding } from "./tools-file.ts";

/**
 * What is known of tools with those that a folder holds: the service's in our own words where none of its
 * files describes them. A folder that does not exist holds none.
 *
 * @param shown how messages name a path
 * @throws AppError or AppErrors TOOL_FILE_INVALID for every file that cannot be read
 */
export async function loadToolCatalog(
  folder: string,
  { files, shown }: { readonly files: Files; readonly shown: (path: string) => string },
): Promise<ToolCatalog> {
  const names = (await files.list(folder)).filter((name) => name.endsWith(toolsFileEnding));
  const errors: AppError[] = [];
  const read: ImportedFile[] = [];
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    const text = await files.read(path);
    if (text === undefined) continue;
    try {
      const file = await readToolsFile(text, shown(path));
      read.push({ ...file, name: name.slice(0, -toolsFileEnding.length) });
    } catch (error) {
      if (error instanceof AppErrors) errors.push(...error.errors);
      else if (error instanceof AppError) errors.push(error);
      else throw error;
    }
  }
  throwAll(errors);
  return importedCatalog(read);
}
