import { dirname, basename } from "node:path";
import type { Files } from "../../src/core/files.ts";

/** The files of a machine with some more, which are not written yet. */
export function overlayFiles(base: Files, added: ReadonlyMap<string, string>): Files {
  return {
    read: async (path) => added.get(path) ?? base.read(path),
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
