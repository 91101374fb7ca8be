import { rm } from "node:fs/promises";
import { writeError } from "./file-error.ts";

/**
 * Removes a folder with everything in it; one that is not there is no error.
 *
 * @throws AppError FILE_UNWRITABLE.
 */
export async function removeFolder(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    throw writeError(path, error);
  }
}
