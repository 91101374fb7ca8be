import { sep } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";

/** Whether a folder is the other or lies in it; both without links, as `realpath` gives them. */
export function isWithin(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The error for a file that would be put somewhere else than it seems. */
export function leadsOut(path: string): AppError {
  return new AppError("FILE_UNWRITABLE", `"${path}" leads out of the folder that is written to`, {
    hint: "a link in the folder leads elsewhere: put a folder in its place",
  });
}
