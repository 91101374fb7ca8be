import { compileMatcher } from "../../../../../core/match/compile-matcher.ts";

/** Whether a path stands for several, as Python's `fnmatch` reads it. */
export function isFnmatch(path: string): boolean {
  return /[*?[\]]/.test(path);
}

/** Matches as Python's `fnmatch`: a star takes anything, slashes too. In linear time. */
export function fnmatch(pattern: string): (path: string) => boolean {
  const source = pattern.replaceAll(/\[!?\]?[^\]]*\]|[^]/gu, toRegex);
  const matcher = compileMatcher({ $regex: `(?s)^${source}$` });
  return (path) => matcher.matches(path);
}

function toRegex(part: string): string {
  if (part === "*") return ".*";
  if (part === "?") return ".";
  if (part.length > 2 && part.startsWith("[")) {
    const isNegated = part.startsWith("[!");
    const members = part.slice(isNegated ? 2 : 1, -1).replaceAll(/[\\^[\]&~]/g, String.raw`\$&`);
    return `[${isNegated ? "^" : ""}${members}]`;
  }
  return part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
