import { compileWildcard } from "../../../git/paths/wildcard.ts";

/** Whether a path stands for several, as Python's `fnmatch` reads it. */
export function isFnmatch(path: string): boolean {
  return /[*?[\]]/.test(path);
}

/** Matches as Python's `fnmatch`: a star takes anything, slashes too. In linear time, whatever the pattern is. */
export function fnmatch(pattern: string): (path: string) => boolean {
  // Behind the last bracket that closes there is no set.
  const end = pattern.lastIndexOf("]") + 1;
  const sets = pattern.slice(0, end).replaceAll(/\[!?\]?[^\]]*\]|[^]/g, ofGit);
  return compileWildcard(sets + pattern.slice(end).replaceAll("\\", ofGit), { isPath: false });
}

/** The same in a pattern of git's, where a backslash takes a meaning away, and `^` negates a set as `!` does. */
function ofGit(part: string): string {
  if (part === "\\") return "\\\\";
  if (part === "[^]") return "\\^";
  return part.startsWith("[^") ? `[${part.slice(2, -1)}^]` : part;
}
