import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { fromRoot, readPathspec } from "../paths/pathspec.ts";
import { readRevision } from "../read-revision.ts";
import { splitOperands } from "../split-operands.ts";
import { diffOptions, readDiffForm } from "../text/diff-text.ts";
import { readDateForm } from "../text/log-format.ts";
import { logText } from "../text/log-text.ts";
import { formatOptions, readFormat } from "./log.ts";

/** `git show`: commits, and files as they were. */
export const show: GitCommand = (session, words) => {
  const args = readArgs(words, { ...diffOptions, ...formatOptions });
  if (args === undefined) return undefined;
  const [first] = args.operands;
  if (args.operands.length === 1 && first?.includes(":") === true && args.paths === undefined) {
    return fileAt(session, first);
  }
  const format = readFormat(args);
  const date = readDateForm(args.value("date"));
  const diff = readDiffForm(args, "patch");
  if (format === undefined || date === undefined || diff === undefined) return undefined;
  const split = splitOperands(session, args);
  if ("exitCode" in split) return split;
  const spec = readPathspec(split.paths);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const names = split.revisions.length === 0 ? ["HEAD"] : split.revisions;
  const commits = names.flatMap((name) => readRevision(session.git, name) ?? []);
  // A range, or a merge with its combined difference.
  const isPlain = commits.length === names.length;
  if (!isPlain && first === undefined) return fatal("bad default revision 'HEAD'");
  if (!isPlain || (diff.form !== "none" && commits.some(({ parents }) => parents.length > 1)))
    return undefined;
  return done(logText(commits, session.git, { format, date, diff, includes: spec.matches }));
};

/** `commit:path`, and `:path` for the index. */
function fileAt({ git, files }: GitSession, text: string): GitResult | undefined {
  const colon = text.indexOf(":");
  const name = text.slice(0, colon);
  const path = fromRoot(text.slice(colon + 1));
  if (path === undefined || path === "") return undefined;
  const commit = name === "" ? undefined : readRevision(git, name);
  if (name !== "" && commit === undefined) return fatal(`invalid object name '${name}'.`);
  const tree = commit?.tree ?? git.index;
  const found = tree.get(path);
  if (found !== undefined) return done(found);
  if ([...tree.keys()].some((other) => other.startsWith(`${path}/`))) return undefined;
  const where = name === "" ? "the index" : `'${name}'`;
  if (files.has(path)) return fatal(`path '${path}' exists on disk, but not in ${where}`);
  return fatal(
    name === ""
      ? `path '${path}' does not exist (neither on disk nor in the index)`
      : `path '${path}' does not exist in ${where}`,
  );
}
