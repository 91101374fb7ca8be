import type { CommandArgs } from "./command-args.ts";
import { fatal, type GitResult } from "./git-result.ts";
import type { GitSession } from "./git-session.ts";
import { fromRoot } from "./paths/pathspec.ts";
import { hasWildcard } from "./paths/wildcard.ts";
import { readRevision } from "./read-revision.ts";

/** What a command is about: first commits, then paths. */
export interface SplitOperands {
  readonly revisions: readonly string[];
  readonly paths: readonly string[];
}

/** Tells commits from paths, as git does where no `--` does. */
export function splitOperands(session: GitSession, args: CommandArgs): GitResult | SplitOperands {
  const { operands, paths } = args;
  if (paths !== undefined) {
    const unknown = operands.find((operand) => !isRevision(session, operand));
    return unknown === undefined
      ? { revisions: operands, paths }
      : fatal(`bad revision '${unknown}'`);
  }
  const first = operands.findIndex((operand) => !isRevision(session, operand));
  if (first < 0) return { revisions: operands, paths: [] };
  const missing = operands.slice(first).find((operand) => !isThere(session, operand));
  if (missing !== undefined) return unknownRevision(missing);
  return { revisions: operands.slice(0, first), paths: operands.slice(first) };
}

function isRevision({ git }: GitSession, text: string): boolean {
  const range = /^(.*?)\.\.\.?(.*)$/s.exec(text);
  const names =
    range === null ? [text.replace(/^\^(?=.)/, "")] : [range[1] || "HEAD", range[2] || "HEAD"];
  return names.every((name) => readRevision(git, name) !== undefined);
}

function isThere({ files }: GitSession, text: string): boolean {
  const path = fromRoot(text);
  if (path === undefined || path === "" || hasWildcard(text)) return true;
  return files.has(path) || [...files.keys()].some((other) => other.startsWith(`${path}/`));
}

/** What git says to a word that is neither a commit nor a path. */
export function unknownRevision(text: string): GitResult {
  return fatal(
    `ambiguous argument '${text}': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'`,
  );
}
