import type { Tree } from "../../repository/commit.ts";
import { comparePaths } from "../../repository/compare-paths.ts";
import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { place } from "../move-head.ts";
import { ignoreRules } from "../paths/ignore-rules.ts";
import { type PathPattern, readPathspec } from "../paths/pathspec.ts";

/** `git add`. */
export const add: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-A": "all",
    "--all": "all",
    "-u": "update",
    "--update": "update",
    "-f": "force",
    "--force": "force",
    "-v": "verbose",
  });
  if (args === undefined || args.has("verbose")) return undefined;
  const texts = [...args.operands, ...(args.paths ?? [])];
  if (texts.length === 0 && !args.has("all") && !args.has("update")) {
    return done(
      "",
      "Nothing specified, nothing added.\nhint: Maybe you wanted to say 'git add .'?\nhint: Turn this message off by running\nhint: \"git config advice.addEmptyPathspec false\"\n",
    );
  }
  const spec = readPathspec(texts);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const isForced = args.has("force");
  const refused =
    missing(session, spec.patterns) ?? (isForced ? undefined : ignored(session, spec.patterns));
  if (refused !== undefined && refused.exitCode === 128) return refused;
  const scope = { matches: spec.matches, onlyKnown: args.has("update"), isForced };
  session.git = { ...session.git, index: stage(session, scope) };
  return refused ?? done();
};

/** Which files are staged. */
export interface StageScope {
  readonly matches: (path: string) => boolean;
  /** Leaves out what the index has not. */
  readonly onlyKnown: boolean;
  /** Takes also what a `.gitignore` leaves out. */
  readonly isForced: boolean;
}

/** The index with the files as they are now. */
export function stage(
  { files, git }: GitSession,
  { matches, onlyKnown, isForced }: StageScope,
): Tree {
  const isIgnored = ignoreRules(files);
  const index = new Map(git.index);
  for (const path of git.index.keys()) if (matches(path) && !files.has(path)) index.delete(path);
  for (const [path, text] of files) {
    const isKnown = git.index.has(path);
    const isWanted = isKnown || (!onlyKnown && (isForced || !isIgnored(path)));
    if (matches(path) && isWanted) place(index, path, text);
  }
  return index;
}

/** Git refuses all where a path stands for nothing. */
function missing(
  { files, git }: GitSession,
  patterns: readonly PathPattern[],
): GitResult | undefined {
  const paths = [...files.keys(), ...git.index.keys()];
  const unknown = patterns.find(
    ({ path, matches }) => path !== "" && !paths.some((other) => matches(other)),
  );
  return unknown && fatal(`pathspec '${unknown.text}' did not match any files`);
}

/** Names what a `.gitignore` leaves out, where it was asked for by its name; the rest is staged. */
function ignored(
  { files, git }: GitSession,
  patterns: readonly PathPattern[],
): GitResult | undefined {
  const isIgnored = ignoreRules(files);
  const named = patterns
    .map(({ path }) => path)
    .filter(
      (path) =>
        isIgnored(path) &&
        ![...git.index.keys()].some((other) => other === path || other.startsWith(`${path}/`)),
    );
  if (named.length === 0) return undefined;
  const lines = [
    "The following paths are ignored by one of your .gitignore files:",
    ...[...new Set(named)].toSorted(comparePaths),
    "hint: Use -f if you really want to add them.",
    "hint: Turn this message off by running",
    'hint: "git config advice.addIgnoredFile false"',
  ];
  return { exitCode: 1, stdout: "", stderr: lines.map((line) => `${line}\n`).join("") };
}
