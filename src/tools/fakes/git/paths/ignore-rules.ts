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
  const isIgnored = rules.length === 0 ? (): boolean => false : testerOf(rules);
  known.set(files, isIgnored);
  return isIgnored;
}

/** Reads patterns as a `.gitignore` in the root has them; takes a path with or without what is above it. */
export function readIgnorePatterns(text: string): (path: string) => boolean {
  return testerOf(readRules("", text));
}

function testerOf(rules: readonly Rule[]): (path: string) => boolean {
  return (path) => {
    const names = path.split("/");
    // What is in a folder that is left out cannot be taken back in.
    return names.some((_, index) => {
      return isLeftOut(rules, names.slice(0, index + 1).join("/"), index < names.length - 1);
    });
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
  let pattern = line.replace(/\r$/, "").replace(/(?<!\\) +$/, "");
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
