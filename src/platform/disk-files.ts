import { readdir } from "node:fs/promises";
import type { Files } from "../core/files.ts";
import { errnoOf, readError } from "./file-error.ts";
import { readTextIfExists } from "./read-text.ts";

/** The files of this machine. */
export const diskFiles: Files = {
  read: readTextIfExists,
  async list(folder) {
    try {
      const names = await readdir(folder);
      return names.toSorted();
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === "ENOENT" || errno === "ENOTDIR") return [];
      throw readError(folder, error);
    }
  },
};
