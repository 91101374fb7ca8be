import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { errnoOf, writeError } from "./file-error.ts";

/**
 * Makes a folder and those above it, where they are missing. Node's own way of doing so never ends in some
 * file systems that take no folders.
 *
 * @throws AppError FILE_UNWRITABLE
 */
export async function ensureFolder(path: string): Promise<void> {
  try {
    await make(resolve(path));
  } catch (error) {
    throw writeError(path, error);
  }
}

async function make(path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await exists(folder)); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.toReversed()) {
    try {
      await mkdir(folder);
    } catch (error) {
      // Somebody else has just made it.
      if (errnoOf(error) !== "EEXIST") throw error;
    }
  }
  // A file in its place is no folder.
  if (!(await stat(path)).isDirectory()) await mkdir(path);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw error;
  }
}
