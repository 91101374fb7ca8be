import { readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, sep } from "node:path";
import { readError } from "./file-error.ts";
import { writeAtomic } from "./write-atomic.ts";

/** A file whose text somebody has read, and what shall stand there instead. */
export interface Replacement {
  readonly path: string;
  /** As it was read, without a byte order mark. */
  readonly expected: string;
  readonly text: string;
  /** The folder that links must not lead out of; for a file outside of it, the file's own folder. */
  readonly folder: string;
}

/** Why a file was left alone, or that it was not. */
export type ReplaceOutcome = "replaced" | "changed" | "led_out";

const mark = "\uFEFF";

/**
 * Replaces the text of a file, unless it has changed since it was read or a link leads elsewhere. A link
 * stays a link, a byte order mark stays at the beginning. Where the new text stands already, as behind a
 * second link to the file, nothing is left to do.
 *
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_UNWRITABLE or DISK_FULL
 */
export async function replaceText(replacement: Replacement): Promise<ReplaceOutcome> {
  const { path, expected, text, folder } = replacement;
  const { real, root } = await placesOf(path, folder);
  if (!isInside(real, root)) return "led_out";
  const written = await read(real);
  const markBefore = (said: string): string | undefined =>
    ["", mark].find((each) => written.equals(Buffer.from(each + said)));
  if (markBefore(text) !== undefined) return "replaced";
  const before = markBefore(expected);
  if (before === undefined) return "changed";
  await writeAtomic(real, before + text);
  return "replaced";
}

async function placesOf(path: string, folder: string): Promise<{ real: string; root: string }> {
  try {
    const root = isInside(path, folder) ? folder : dirname(path);
    return { real: await realpath(path), root: await realpath(root) };
  } catch (error) {
    throw readError(path, error);
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw readError(path, error);
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
