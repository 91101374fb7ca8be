import { isAbsolute, join } from "node:path";
import type { Files } from "../../core/files.ts";
import type { LoadedFlow } from "./flow-cache.ts";
import type { SuiteInput } from "./suite.ts";

/** Collects the files that decide what comes of a suite while it is read. */
export class InputFiles {
  private readonly files: Files;
  private readonly known = new Map<string, SuiteInput["kind"]>();

  constructor(files: Files) {
    this.files = files;
  }

  add(path: string, kind: SuiteInput["kind"]): void {
    if (!this.known.has(path)) this.known.set(path, kind);
  }

  /** The flow's own file, and what it takes from registries. */
  addFlow({ path, registryTexts }: LoadedFlow, cwd: string): void {
    const absolute = (file: string): string => (isAbsolute(file) ? file : join(cwd, file));
    this.add(absolute(path), "flow");
    for (const file of registryTexts.keys()) this.add(absolute(file), "registry");
  }

  /**
   * Files of which every one that is read is collected, also one that turns out to be missing; of fakes the
   * folders too, from which a file may vanish.
   */
  readingAs(kind: SuiteInput["kind"]): Files {
    const { files } = this;
    return {
      list: async (folder) => {
        const names = await files.list(folder);
        if (kind === "fake" && names.length > 0) this.add(folder, "folder");
        return names;
      },
      realPath: files.realPath,
      read: (path) => {
        this.add(path, kind);
        return files.read(path);
      },
    };
  }

  all(): readonly SuiteInput[] {
    const paths = [...this.known].map(([path, kind]) => ({ path, kind }));
    return paths.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }
}
