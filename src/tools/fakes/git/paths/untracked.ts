import type { Tree } from "../../repository/commit.ts";
import { comparePaths } from "../../repository/compare-paths.ts";
import { ignoreRules } from "./ignore-rules.ts";

/** Files that are neither in the index nor left out by a `.gitignore`, sorted. */
export function untrackedFiles(files: Tree, index: Tree): readonly string[] {
  const isIgnored = ignoreRules(files);
  return [...files.keys()]
    .filter((path) => !index.has(path) && !isIgnored(path))
    .toSorted(comparePaths);
}

/** The same, a folder of which nothing is in the index standing for what is in it: `docs/`. */
export function collapseUntracked(paths: readonly string[], index: Tree): readonly string[] {
  const tracked = new Set([...index.keys()].flatMap(foldersOf));
  const shown = paths.map((path) => {
    const folder = foldersOf(path).find((above) => !tracked.has(above));
    return folder === undefined ? path : `${folder}/`;
  });
  return [...new Set(shown)].toSorted(comparePaths);
}

/** The folders that a file is in, the outermost first. */
export function foldersOf(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
