import { mergeBase } from "../../repository/commit-graph.ts";
import type { Tree } from "../../repository/commit.ts";
import { diffTrees } from "../../repository/diff/diff-trees.ts";
import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { finder, headTree } from "../git-state.ts";
import { readPathspec } from "../paths/pathspec.ts";
import { readRevision } from "../read-revision.ts";
import { splitOperands, unknownRevision } from "../split-operands.ts";
import { diffOptions, diffText, readDiffForm } from "../text/diff-text.ts";
import { trackedFiles } from "../worktree-status.ts";

const noFiles: Tree = new Map();

/** `git diff`. */
export const diff: GitCommand = (session, words) => {
  const args = readArgs(words, {
    ...diffOptions,
    "--staged": "staged",
    "--cached": "staged",
    "--exit-code": "exit-code",
    "--quiet": "quiet",
  });
  const style = args && readDiffForm(args, "patch");
  if (args === undefined || style === undefined) return undefined;
  const split = splitOperands(session, args);
  if ("exitCode" in split) return split;
  const spec = readPathspec(split.paths);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const sides = sidesOf(session, split.revisions, args.has("staged"));
  if (sides === undefined || "exitCode" in sides) return sides;
  const { renames } = style;
  const changes = diffTrees(sides.before, sides.after, { renames, includes: spec.matches });
  const differs = changes.length > 0 && (args.has("exit-code") || args.has("quiet"));
  const stdout = args.has("quiet") ? "" : diffText(changes, style);
  return { ...done(stdout), exitCode: differs ? 1 : 0 };
};

interface Sides {
  readonly before: Tree;
  readonly after: Tree;
}

/** Which two states are compared. */
function sidesOf(
  session: GitSession,
  revisions: readonly string[],
  isStaged: boolean,
): GitResult | Sides | undefined {
  const { git, files } = session;
  const [first, second, third] = revisions;
  if (third !== undefined || (isStaged && second !== undefined)) return undefined;
  const range = /^(.*?)(\.\.\.?)(.*)$/s.exec(first ?? "");
  if (range !== null)
    return second === undefined && !isStaged ? rangeSides(session, range) : undefined;
  const now = isStaged ? git.index : trackedFiles(files, git.index);
  if (first === undefined) {
    return isStaged ? { before: headTree(git), after: now } : { before: git.index, after: now };
  }
  const before = readRevision(git, first);
  if (before === undefined) {
    // Before the first commit there is nothing that HEAD stands for, but all that is staged is new.
    return isStaged && first === "HEAD" ? { before: noFiles, after: now } : unknownRevision(first);
  }
  if (second === undefined) return { before: before.tree, after: now };
  const after = readRevision(git, second);
  return after === undefined ? unknownRevision(second) : { before: before.tree, after: after.tree };
}

/** `a..b` is from one to the other, `a...b` from where they parted. */
function rangeSides({ git }: GitSession, range: RegExpExecArray): GitResult | Sides {
  const [whole, from = "", dots, to = ""] = range;
  const one = readRevision(git, from || "HEAD");
  const other = readRevision(git, to || "HEAD");
  if (one === undefined || other === undefined) return unknownRevision(whole);
  if (dots === "..") return { before: one.tree, after: other.tree };
  const base = mergeBase(finder(git), one.id, other.id);
  return base === undefined
    ? fatal(`${whole}: no merge base`)
    : { before: base.tree, after: other.tree };
}
