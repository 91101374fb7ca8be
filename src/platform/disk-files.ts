import { readdir, realpath } from "node:fs/promises";
import type { Files } from "../core/files.ts";
import { errnoOf, readError } from "./file-error.ts";
import { readTextIfExists } from "./read-text.ts";

const isMissing: ReadonlySet<string | undefined> = new Set(["ENOENT", "ENOTDIR"]);

/** The files of this machine. */
export const diskFiles: Files = {
  read: readTextIfExists,
  async list(folder) {
    try {
      const names = await readdir(folder);
      return names.toSorted();
    } catch (error) {
      if (isMissing.has(errnoOf(error))) return [];
      throw readError(folder, error);
    }
  },
  async realPath(path) {
    try {
      return await realpath(path);
    } catch (error) {
      const errno = errnoOf(error);
      // Links in a circle lead nowhere.
      if (isMissing.has(errno) || errno === "ELOOP") return undefined;
      throw readError(path, error);
    }
  },
};
