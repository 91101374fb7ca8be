import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";

/** Files of some folders and nothing else, whatever links say. */
export interface ConfinedFiles extends Files {
  /** Whether a path leads to something in its folder, so that it can be chosen. */
  reaches(path: string): Promise<boolean>;
}

/**
 * The files of some folders, of which no link leads out: what a link in a folder leads to in the end must
 * lie in the same folder. To read anything else is an error.
 */
export function confinedFiles(files: Files, folders: readonly string[]): ConfinedFiles {
  const roots = folders.map(withoutSlash);
  const { realPath } = files;
  return {
    realPath,
    async read(path) {
      await refuseOutside(path);
      return files.read(path);
    },
    async list(folder) {
      await refuseOutside(folder);
      return files.list(folder);
    },
    async reaches(path) {
      if (realPath === undefined) return true;
      const target = await realPath(path);
      return target !== undefined && (await isKept(path, target));
    },
  };

  async function refuseOutside(path: string): Promise<void> {
    const target = await realPath?.(path);
    if (target === undefined || (await isKept(path, target))) return;
    const root = roots.find((each) => isInside(path, each)) ?? "";
    throw new AppError("FLOW_PATH_OUTSIDE", `"${path}" is a link that leads out of "${root}"`, {
      hint: "put a copy in its place, or configure the folder that it leads to",
    });
  }

  async function isKept(path: string, target: string): Promise<boolean> {
    for (const root of roots.filter((each) => isInside(path, each))) {
      const base = await realPath?.(root === "" ? "/" : root);
      if (base !== undefined && isInside(target, withoutSlash(base))) return true;
    }
    return false;
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder) && /^(?:[/\\]|$)/.test(path.slice(folder.length));
}

function withoutSlash(folder: string): string {
  return folder.replace(/[/\\]+$/, "");
}
