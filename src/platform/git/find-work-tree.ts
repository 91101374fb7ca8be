import { lstat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";

/** Where a repository's files lie, and where git keeps its own. */
export interface WorkTree {
  readonly root: string;
  /** The folder `.git`, or the file of that name which says where it is. */
  readonly gitFolder: string;
}

/**
 * Finds the repository that a folder is in. Not by git: it would believe settings that say that the
 * files lie elsewhere.
 *
 * @throws AppError GIT_NO_REPOSITORY
 */
export async function findWorkTree(folder: string): Promise<WorkTree> {
  const start = resolve(folder);
  for (let root = start; ; root = dirname(root)) {
    const gitFolder = join(root, ".git");
    if (await exists(gitFolder)) return { root, gitFolder };
    if (dirname(root) === root) break;
  }
  throw new AppError("GIT_NO_REPOSITORY", `"${start}" is in no git repository`, {
    hint: "run this where the files are under version control, or leave out --changed-since, or --base of lint",
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
