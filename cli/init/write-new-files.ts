import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { PlannedFile } from "./planned-file.ts";

/**
 * Writes files that are not there yet, all of them or none.
 *
 * @throws AppError FILE_UNWRITABLE when one cannot be made; those made before are gone again.
 */
export async function writeNewFiles(files: readonly PlannedFile[], cwd: string): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  for (const file of files) {
    const path = join(cwd, file.path);
    try {
      const made = await mkdir(dirname(path), { recursive: true });
      if (made !== undefined) undo.push(() => removeEmpty(dirname(path), made));
      // Fails where something stands, also if it came a moment ago.
      await writeFile(path, file.text, { flag: "wx" });
      undo.push(() => rm(path));
    } catch (error) {
      for (const step of undo.toReversed()) await step().catch(() => undefined);
      const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
      throw new AppError("FILE_UNWRITABLE", `cannot write "${file.path}" (${reason})`, {
        hint: "nothing was written; check the permissions of the folder, and what stands there",
        cause: error,
      });
    }
  }
}

/** Removes a folder and those above it, down from the one that was made first. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  await rmdir(folder);
  if (folder !== first) await removeEmpty(dirname(folder), first);
}
