import { fatal, type GitResult } from "../git-result.ts";
import { workspaceRoot } from "../git-session.ts";
import { compileWildcard, hasWildcard } from "./wildcard.ts";

/** One path of a command line: a file, a folder with all that is in it, or a pattern over both. */
export interface PathPattern {
  readonly text: string;
  /** From the root; empty for the root itself. */
  readonly path: string;
  readonly matches: (path: string) => boolean;
}

export type Pathspec =
  | {
      readonly type: "paths";
      readonly patterns: readonly PathPattern[];
      readonly matches: (path: string) => boolean;
    }
  | { readonly type: "refused"; readonly result: GitResult };

/** Reads the paths of a command; undefined where one has a meaning that is not kept, as `:(exclude)x`. */
export function readPathspec(texts: readonly string[]): Pathspec | undefined {
  const patterns: PathPattern[] = [];
  for (const text of texts) {
    if (text.startsWith(":")) return undefined;
    if (text === "") {
      return {
        type: "refused",
        result: fatal(
          "empty string is not a valid pathspec. please use . instead if you meant to match all paths",
        ),
      };
    }
    const path = fromRoot(text);
    if (path === undefined) {
      return {
        type: "refused",
        result: fatal(`${text}: '${text}' is outside repository at '${workspaceRoot}'`),
      };
    }
    patterns.push({ text, path, matches: matcherOf(path) });
  }
  return {
    type: "paths",
    patterns,
    matches: (path) => patterns.length === 0 || patterns.some((pattern) => pattern.matches(path)),
  };
}

/** A path as the repository has it, from its root; undefined where it leads out of it. */
export function fromRoot(text: string): string | undefined {
  const isAbsolute = text.startsWith("/");
  if (isAbsolute && text !== workspaceRoot && !text.startsWith(`${workspaceRoot}/`))
    return undefined;
  const names: string[] = [];
  for (const name of (isAbsolute ? text.slice(workspaceRoot.length) : text).split("/")) {
    if (name === "..") {
      if (names.pop() === undefined) return undefined;
    } else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

function matcherOf(path: string): (other: string) => boolean {
  if (path === "") return () => true;
  const within = `${path}/`;
  const isUnder = (other: string): boolean => other === path || other.startsWith(within);
  if (!hasWildcard(path)) return isUnder;
  const wildcard = compileWildcard(path, { isPath: false });
  const inFolder = compileWildcard(`${path}/*`, { isPath: false });
  return (other) => isUnder(other) || wildcard(other) || inFolder(other);
}
