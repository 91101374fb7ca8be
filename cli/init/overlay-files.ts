import { basename, dirname, join } from "node:path";
import type { Files } from "../../src/core/files.ts";

/** The files of a machine with some more, which are not written yet. */
export function overlayFiles(base: Files, added: ReadonlyMap<string, string>): Files {
  const { realPath } = base;
  return {
    read: async (path) => added.get(path) ?? base.read(path),
    realPath: realPath && ((path) => realPathOf(path, realPath)),
    async list(folder) {
      const names = new Set(await base.list(folder));
      for (const path of added.keys()) {
        // A folder that is to be made is listed by the one above it.
        for (let child = path; child !== dirname(child); child = dirname(child)) {
          if (dirname(child) === folder) names.add(basename(child));
        }
      }
      return [...names].toSorted();
    },
  };
}

/** What is not written yet lies where its nearest folder that exists really is. */
async function realPathOf(
  path: string,
  realPath: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const found = await realPath(path);
  if (found !== undefined || path === dirname(path)) return found;
  const folder = await realPathOf(dirname(path), realPath);
  return folder === undefined ? undefined : join(folder, basename(path));
}
