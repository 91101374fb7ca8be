import type { Files } from "../../core/files.ts";
import { confinedFiles } from "./confined-files.ts";
import { walkFolder } from "./walk-folder.ts";

/** The paths of all files in a registry of prompts: prompts, and the templates that they include. Sorted. */
export async function listPromptFiles(folder: string, files: Files): Promise<readonly string[]> {
  const names = await walkFolder(folder, confinedFiles(files, [folder]));
  return names.map((name) => `${folder}/${name}`);
}
