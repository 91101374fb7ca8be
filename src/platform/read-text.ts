import { readFile, stat } from "node:fs/promises";
import { AppError } from "../core/errors/app-error.ts";
import { readError } from "./file-error.ts";

/** Far above any config, suite or script; a limit so that a wrong path cannot fill the memory. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The text of a UTF-8 file, without a byte order mark.
 *
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_NOT_TEXT or FILE_TOO_LARGE.
 */
export async function readText(path: string): Promise<string> {
  try {
    const info = await stat(path);
    // Opening a pipe waits for a writer, and a device may never end.
    if (!info.isFile() && !info.isDirectory()) {
      throw new AppError("FILE_UNREADABLE", `"${path}" is not a regular file`, {
        hint: "name a file; pipes and devices are not read",
      });
    }
    if (info.size > maxBytes) {
      throw new AppError("FILE_TOO_LARGE", `"${path}" has ${info.size} bytes`, {
        hint: `files of up to ${maxBytes} bytes are read; check the path`,
      });
    }
    return decode(path, await readFile(path));
  } catch (error) {
    throw readError(path, error);
  }
}

/** Like {@link readText}, but undefined where there is no such file. */
export async function readTextIfExists(path: string): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if (error instanceof AppError && error.code === "FILE_NOT_FOUND") return undefined;
    throw error;
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError("FILE_NOT_TEXT", `"${path}" is not UTF-8 text`, {
      hint: "save it as UTF-8",
      cause: error,
    });
  }
}
