import { relative, sep } from "node:path";
import type { Files } from "../../src/core/files.ts";
import { diskFiles } from "../../src/platform/index.ts";

/** The files of the disk, some of which hold another text: by their path below the working folder. */
export function changedFiles(texts: ReadonlyMap<string, string>): Files {
  return {
    ...diskFiles,
    read: async (path) => texts.get(belowHere(path)) ?? diskFiles.read(path),
  };
}

function belowHere(path: string): string {
  return relative(process.cwd(), path).replaceAll(sep, "/");
}
