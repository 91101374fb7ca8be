import { ancestors, history, walk } from "../../repository/commit-graph.ts";
import type { Commit, Tree } from "../../repository/commit.ts";
import { diffTrees } from "../../repository/diff/diff-trees.ts";
import { type CommandArgs, type OptionNames, readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { currentBranch, finder, headId } from "../git-state.ts";
import { readPathspec } from "../paths/pathspec.ts";
import { readRevision } from "../read-revision.ts";
import { splitOperands } from "../split-operands.ts";
import { diffOptions, readDiffForm } from "../text/diff-text.ts";
import { type LogFormat, readDateForm, readLogFormat } from "../text/log-format.ts";
import { logText } from "../text/log-text.ts";

/** Options of every command that shows commits. */
export const formatOptions: OptionNames = {
  "--oneline": "oneline",
  "--format": "format=",
  "--pretty": "format=",
  "--date": "date=",
  "--no-decorate": "plain",
  "--abbrev-commit": "abbrev",
};

/** `git log`. */
export const log: GitCommand = (session, words) => {
  const args = readArgs(words, {
    ...diffOptions,
    ...formatOptions,
    "-n": "count=",
    "-#": "count=",
    "--max-count": "count=",
    "--reverse": "reverse",
    "--all": "all",
  });
  if (args === undefined) return undefined;
  const format = readFormat(args);
  const date = readDateForm(args.value("date"));
  const diff = readDiffForm(args, "none");
  const count = args.value("count") ?? "1000000";
  if (
    format === undefined ||
    date === undefined ||
    diff === undefined ||
    !/^\d{1,7}$/.test(count)
  ) {
    return undefined;
  }
  if (headId(session.git) === undefined && args.operands.length === 0) return noCommits(session);
  const split = splitOperands(session, args);
  if ("exitCode" in split) return split;
  const spec = readPathspec(split.paths);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const includes = spec.matches;
  const heads = headsOf(session, split.revisions, args.has("all"));
  if (heads === undefined) return undefined;
  const found = commitsOf(session, heads, split.paths.length === 0 ? undefined : includes);
  const shown = found.slice(0, Number(count));
  const ordered = args.has("reverse") ? shown.toReversed() : shown;
  return done(logText(ordered, session.git, { format, date, diff, includes }));
};

/** The format that is asked for; undefined for one that is not kept. */
export function readFormat(args: CommandArgs): LogFormat | undefined {
  const isShort = args.has("abbrev");
  if (args.has("oneline")) return { type: "oneline", isShort: true };
  const format = readLogFormat(args.value("format") ?? "medium");
  if (format?.type === "oneline") return { ...format, isShort };
  return isShort && format?.type !== "custom" ? undefined : format;
}

function noCommits({ git }: GitSession): GitResult {
  return fatal(`your current branch '${currentBranch(git) ?? ""}' does not have any commits yet`);
}

/** Commits that are shown with all before them, and those that are not. */
interface Heads {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

function headsOf(
  { git }: GitSession,
  revisions: readonly string[],
  isAll: boolean,
): Heads | undefined {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const note = (list: string[], name: string): void => {
    const commit = readRevision(git, name || "HEAD");
    if (commit !== undefined) list.push(commit.id);
  };
  for (const text of revisions) {
    const range = /^(.*?)(\.\.\.?)(.*)$/s.exec(text);
    if (range?.[2] === "...") return undefined;
    if (range !== null) {
      note(unwanted, range[1] ?? "");
      note(wanted, range[3] ?? "");
    } else if (text.startsWith("^")) note(unwanted, text.slice(1));
    else note(wanted, text);
  }
  if (isAll) wanted.push(...git.branches.values(), ...git.tracking.values(), headId(git) ?? "");
  if (wanted.length === 0) wanted.push(headId(git) ?? "");
  return { wanted, unwanted };
}

function commitsOf(
  { git }: GitSession,
  { wanted, unwanted }: Heads,
  includes: ((path: string) => boolean) | undefined,
): readonly Commit[] {
  const find = finder(git);
  const hidden = new Set(unwanted.flatMap((id) => [...ancestors(find, id)]));
  if (includes === undefined) return history(find, ...wanted).filter(({ id }) => !hidden.has(id));
  const touching = touchedBy(find, includes);
  return walk(wanted, find, (commit) => touching(commit).parents).filter((commit) => {
    return !hidden.has(commit.id) && touching(commit).isChanged;
  });
}

const noFiles: Tree = new Map();

/** Of a merge, only the parent from which the paths came as they are is followed. */
function touchedBy(
  find: (id: string) => Commit | undefined,
  includes: (path: string) => boolean,
): (commit: Commit) => { readonly parents: readonly string[]; readonly isChanged: boolean } {
  const isSame = (one: Tree, other: Tree): boolean => {
    return diffTrees(one, other, { includes, renames: false }).length === 0;
  };
  return ({ parents, tree }) => {
    if (parents.length === 0) return { parents, isChanged: !isSame(noFiles, tree) };
    const same = parents.find((id) => isSame(find(id)?.tree ?? noFiles, tree));
    return same === undefined
      ? { parents, isChanged: true }
      : { parents: [same], isChanged: false };
  };
}
