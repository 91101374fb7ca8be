import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeError } from "./file-error.ts";

const blockLength = 256 * 1024;

/**
 * Writes a whole file, given at once or in pieces, or nothing: whoever reads it, also after a crash, finds the old text or the new
 * one. Its folder must exist.
 *
 * @throws AppError FILE_UNWRITABLE or DISK_FULL; the old file is then untouched.
 */
export async function writeAtomic(path: string, text: string | Iterable<string>): Promise<void> {
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

async function writeAndSync(
  path: string,
  text: string | Iterable<string>,
  mode: number | undefined,
): Promise<void> {
  const handle: FileHandle = await open(path, "wx", mode);
  try {
    // Each goes on where the one before ended.
    for (const block of typeof text === "string" ? [text] : blocks(text)) {
      await handle.writeFile(block, "utf8");
    }
    if (mode !== undefined) await handle.chmod(mode);
    // Without this, a power cut after the rename can leave an empty file under the final name.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Pieces put together so that each is worth a write.
 *
 * @yields the same text in longer pieces
 */
function* blocks(pieces: Iterable<string>): Generator<string, void> {
  let block = "";
  for (const piece of pieces) {
    block += piece;
    if (block.length < blockLength) continue;
    yield block;
    block = "";
  }
  yield block;
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
