import type { Tree } from "../../repository/commit.ts";
import { compileWildcard } from "./wildcard.ts";

interface Rule {
  /** The folder of its `.gitignore`, with a slash at its end; empty for the root. */
  readonly base: string;
  readonly isNegated: boolean;
  readonly isFolderOnly: boolean;
  /** Takes a path from the base. */
  readonly matches: (path: string) => boolean;
}

const known = new WeakMap<Tree, (path: string) => boolean>();

/** Whether the `.gitignore` files among some files leave a file out, by its path. */
export function ignoreRules(files: Tree): (path: string) => boolean {
  const found = known.get(files);
  if (found !== undefined) return found;
  const rules = [...files]
    .filter(([path]) => path === ".gitignore" || path.endsWith("/.gitignore"))
    .toSorted(([one], [other]) => one.split("/").length - other.split("/").length)
    .flatMap(([path, text]) => readRules(path.slice(0, -".gitignore".length), text));
  const isIgnored = rules.length === 0 ? (): boolean => false : testerOf(rules, new Map());
  known.set(files, isIgnored);
  return isIgnored;
}

/** Reads patterns as a `.gitignore` in the root has them; takes a path with or without what is above it. */
export function readIgnorePatterns(text: string): (path: string) => boolean {
  return testerOf(readRules("", text));
}

/** With a memory for what is known of folders where many paths of the same files are asked for. */
function testerOf(
  rules: readonly Rule[],
  memory?: Map<string, boolean>,
): (path: string) => boolean {
  return (path) => {
    // What is in a folder that is left out cannot be taken back in.
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
      const folder = path.slice(0, slash);
      const isOut = memory?.get(folder) ?? isLeftOut(rules, folder, true);
      memory?.set(folder, isOut);
      if (isOut) return true;
    }
    return isLeftOut(rules, path, false);
  };
}

function isLeftOut(rules: readonly Rule[], path: string, isFolder: boolean): boolean {
  const last = rules.findLast((rule) => {
    return (
      path.startsWith(rule.base) &&
      (isFolder || !rule.isFolderOnly) &&
      rule.matches(path.slice(rule.base.length))
    );
  });
  return last !== undefined && !last.isNegated;
}

function readRules(base: string, text: string): readonly Rule[] {
  return text.split("\n").flatMap((line) => readRule(base, line) ?? []);
}

function readRule(base: string, line: string): Rule | undefined {
  let pattern = withoutLastSpaces(line.replace(/\r$/, ""));
  if (pattern === "" || pattern.startsWith("#")) return undefined;
  const isNegated = pattern.startsWith("!");
  if (isNegated) pattern = pattern.slice(1);
  const isFolderOnly = pattern.endsWith("/");
  if (isFolderOnly) pattern = pattern.slice(0, -1);
  const isAnchored = pattern.includes("/");
  const wildcard = compileWildcard(pattern.replace(/^\//, ""), { isPath: true });
  return {
    base,
    isNegated,
    isFolderOnly,
    matches: isAnchored ? wildcard : (path) => wildcard(path.slice(path.lastIndexOf("/") + 1)),
  };
}

/** A backslash keeps the space after it. */
function withoutLastSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " " && line[end - 2] !== "\\") end -= 1;
  return line.slice(0, end);
}
