import type { Commit } from "../../repository/commit.ts";
import { quotePath } from "../../repository/diff/quote-path.ts";
import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { headCommit } from "../git-state.ts";
import { place, pointHead } from "../move-head.ts";
import { readPathspec } from "../paths/pathspec.ts";
import { readRevision } from "../read-revision.ts";
import { splitOperands } from "../split-operands.ts";
import { positionText } from "../switch-branch.ts";
import { worktreeStatus } from "../worktree-status.ts";

/** `git reset`. */
export const reset: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "--hard": "hard",
    "--soft": "soft",
    "--mixed": "mixed",
    "-q": "quiet",
    "--quiet": "quiet",
  });
  if (args === undefined) return undefined;
  const split = splitOperands(session, args);
  if ("exitCode" in split) return split;
  const { revisions, paths } = split;
  if (revisions.length > 1) return undefined;
  const target = readRevision(session.git, revisions[0] ?? "HEAD");
  const mode = (["hard", "soft"] as const).find((each) => args.has(each)) ?? "mixed";
  if (paths.length > 0) {
    if (mode !== "mixed") return fatal(`Cannot do ${mode} reset with paths.`);
    return resetPaths(session, { target, paths, isQuiet: args.has("quiet") });
  }
  if (target === undefined)
    return headCommit(session.git) === undefined ? undefined : fatal("bad revision");
  if (mode === "hard") hardReset(session, target);
  if (mode === "mixed") session.git = { ...session.git, index: target.tree };
  if (headCommit(session.git) !== undefined) pointHead(session, target.id);
  if (args.has("quiet") || mode === "soft") return done();
  return done(mode === "hard" ? positionText("HEAD is now at", target) : unstagedText(session));
};

/** What was neither committed nor staged stays; all else is as in the commit. */
function hardReset(session: GitSession, target: Commit): void {
  const files = new Map(session.files);
  for (const path of session.git.index.keys()) if (!target.tree.has(path)) files.delete(path);
  for (const [path, text] of target.tree) place(files, path, text);
  session.files = files;
  session.git = { ...session.git, index: target.tree };
}

function resetPaths(
  session: GitSession,
  {
    target,
    paths,
    isQuiet,
  }: {
    readonly target: Commit | undefined;
    readonly paths: readonly string[];
    readonly isQuiet: boolean;
  },
): GitResult | undefined {
  const spec = readPathspec(paths);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const tree = target?.tree ?? new Map<string, string>();
  const index = new Map(session.git.index);
  for (const path of new Set([...index.keys(), ...tree.keys()])) {
    if (spec.matches(path)) place(index, path, tree.get(path));
  }
  session.git = { ...session.git, index };
  return done(isQuiet ? "" : unstagedText(session));
}

function unstagedText(session: GitSession): string {
  const { unstaged } = worktreeStatus(session);
  if (unstaged.length === 0) return "";
  const lines = unstaged.map(({ status, path }) => `${status}\t${quotePath(path)}\n`);
  return `Unstaged changes after reset:\n${lines.join("")}`;
}
