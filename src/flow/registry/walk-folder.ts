import type { ConfinedFiles } from "./confined-files.ts";
import { isSafeName } from "./select-file.ts";

/** Deeper and larger folders are none of prompts or schemas. */
const maxDepth = 12;
const maxFiles = 20_000;

/**
 * The names of all files below a folder, as templates write them, sorted. Links that lead out of it are
 * passed over.
 */
export async function walkFolder(folder: string, files: ConfinedFiles): Promise<readonly string[]> {
  const found: string[] = [];
  await walk("", 0);
  return found.toSorted();

  async function walk(below: string, depth: number): Promise<void> {
    if (depth > maxDepth) return;
    for (const entry of await files.list(`${folder}${below === "" ? "" : `/${below}`}`)) {
      const name = below === "" ? entry : `${below}/${entry}`;
      if (found.length >= maxFiles) return;
      if (!isSafeName(entry) || !(await files.reaches(`${folder}/${name}`))) continue;
      // Only files have an ending; folders with one are those of no registry.
      if (/\.[A-Za-z]\w*$/.test(entry)) found.push(name);
      else await walk(name, depth + 1);
    }
  }
}
