import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { errnoOf, readError } from "./file-error.ts";

export interface FolderBounds {
  readonly maxFiles: number;
  readonly maxBytes: number;
}

interface Found {
  readonly path: string;
  readonly bytes: number;
  readonly changedMs: number;
}

/**
 * Removes the oldest files in a folder and its folders until the rest is within bounds: only those that
 * belong to whoever keeps house there, as people may have files of their own in it.
 *
 * @param isOurs by the path from the folder, with slashes.
 * @returns how many were removed.
 * @throws AppError when the folder cannot be read.
 */
export async function pruneFolder(
  folder: string,
  bounds: FolderBounds,
  isOurs: (path: string) => boolean,
): Promise<number> {
  const newestFirst = (await filesIn(folder, isOurs)).toSorted((a, b) => b.changedMs - a.changedMs);
  let files = 0;
  let bytes = 0;
  let removed = 0;
  for (const each of newestFirst) {
    files += 1;
    bytes += each.bytes;
    if (files <= bounds.maxFiles && bytes <= bounds.maxBytes) continue;
    await rm(each.path, { force: true });
    removed += 1;
  }
  return removed;
}

async function filesIn(
  folder: string,
  isOurs: (path: string) => boolean,
): Promise<readonly Found[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    const found: Found[] = [];
    for (const name of entries.filter((each) => isOurs(each.replaceAll("\\", "/")))) {
      const path = join(folder, name);
      // Another run may have removed it just now.
      const info = await stat(path).catch(() => undefined);
      if (info?.isFile() === true) found.push({ path, bytes: info.size, changedMs: info.mtimeMs });
    }
    return found;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw readError(folder, error);
  }
}
