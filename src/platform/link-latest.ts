import { readlink, rename, rm, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "../core/errors/app-error.ts";
import { errnoOf, writeError } from "./file-error.ts";
import { readTextIfExists } from "./read-text.ts";
import { temporaryBeside, writeAtomic } from "./write-atomic.ts";

const name = "latest";

/**
 * Makes `latest` in the reports folder name a run: a symbolic link, or a text file with the run's id
 * where links cannot be made. Whoever looks finds the old run or the new one.
 */
export async function linkLatest(reportsFolder: string, runId: string): Promise<void> {
  const path = join(reportsFolder, name);
  const temporary = temporaryBeside(path);
  try {
    await symlink(runId, temporary, "dir");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") throw writeError(path, error);
    // No links here (a file system or a policy without them).
    await writeAtomic(path, `${runId}\n`);
    return;
  }
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(path, error);
  }
}

/** The id of the run that `latest` names, or undefined where there is none. */
export async function readLatest(reportsFolder: string): Promise<string | undefined> {
  const path = join(reportsFolder, name);
  try {
    return basename(await readlink(path));
  } catch (error) {
    // EINVAL: it is not a link.
    if (errnoOf(error) !== "EINVAL") return undefined;
  }
  try {
    const text = await readTextIfExists(path);
    return text === undefined ? undefined : basename(text.trim());
  } catch (error) {
    if (error instanceof AppError && errnoOf(error.cause) === "EISDIR") return undefined;
    throw error;
  }
}
