import { closeSync, openSync, readSync } from "node:fs";
import { readError } from "./file-error.ts";

/** A part of a file, in bytes. */
export interface Slice {
  readonly start: number;
  readonly length: number;
}

/**
 * Reads a part of a UTF-8 file at once: one of many texts that together are too large to be held. What is
 * behind the end of the file is left out.
 *
 * @throws AppError FILE_NOT_FOUND or FILE_UNREADABLE
 */
export function readSlice(path: string, { start, length }: Slice): string {
  try {
    const descriptor = openSync(path, "r");
    try {
      const bytes = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const read = readSync(descriptor, bytes, filled, length - filled, start + filled);
        if (read === 0) break;
        filled += read;
      }
      return bytes.toString("utf8", 0, filled);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw readError(path, error);
  }
}
