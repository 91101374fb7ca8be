import { foldersOf } from "../../git/paths/untracked.ts";
import { compileWildcard } from "../../git/paths/wildcard.ts";
import type { Tree } from "../../repository/commit.ts";
import { comparePaths } from "../../repository/compare-paths.ts";
import type { Word } from "./split-words.ts";

/** The words of a command as a shell gives them on: patterns become the paths that they match, if there are any. */
export function expandWords(words: readonly Word[], files: Tree): readonly string[] {
  return words.flatMap(({ text, isPattern }) => {
    const found = isPattern ? pathsLike(text, files) : [];
    return found.length === 0 ? [text] : found;
  });
}

function pathsLike(pattern: string, files: Tree): readonly string[] {
  const matches = compileWildcard(pattern.replaceAll("**", "*"), { isPath: true });
  const paths = new Set([...files.keys()].flatMap((path) => [path, ...foldersOf(path)]));
  const depth = pattern.split("/").length;
  return [...paths]
    .filter((path) => path.split("/").length === depth && matches(path) && !isHidden(path, pattern))
    .toSorted(comparePaths);
}

/** A pattern does not match a leading dot. */
function isHidden(path: string, pattern: string): boolean {
  const names = pattern.split("/");
  return path
    .split("/")
    .some((name, index) => name.startsWith(".") && names[index]?.startsWith(".") !== true);
}
