import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeError } from "./file-error.ts";

/**
 * Writes a whole file or nothing: whoever reads it, also after a crash, finds the old text or the new
 * one. Its folder must exist.
 *
 * @throws AppError FILE_UNWRITABLE or DISK_FULL; the old file is then untouched.
 */
export async function writeAtomic(path: string, text: string): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await writeAndSync(temporary, text, await modeOf(path));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(path, error);
  }
}

/** A name in the same folder, because a rename is atomic within one file system only. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.flowproof-${randomUUID()}.tmp`);
}

async function writeAndSync(path: string, text: string, mode: number | undefined): Promise<void> {
  const handle: FileHandle = await open(path, "wx", mode);
  try {
    await handle.writeFile(text, "utf8");
    if (mode !== undefined) await handle.chmod(mode);
    // Without this, a power cut after the rename can leave an empty file under the final name.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The permissions of the file that is replaced, which the new one inherits. */
async function modeOf(path: string): Promise<number | undefined> {
  try {
    const info = await stat(path);
    return info.isFile() ? info.mode & 0o777 : undefined;
  } catch {
    return undefined;
  }
}
