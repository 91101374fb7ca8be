import { add } from "./commands/add.ts";
import { branch } from "./commands/branch.ts";
import { checkout } from "./commands/checkout.ts";
import { commit } from "./commands/commit.ts";
import { config } from "./commands/config.ts";
import { diff } from "./commands/diff.ts";
import { fetch } from "./commands/fetch.ts";
import { log } from "./commands/log.ts";
import { lsFiles } from "./commands/ls-files.ts";
import { mv } from "./commands/mv.ts";
import { pull } from "./commands/pull.ts";
import { push } from "./commands/push.ts";
import { remote } from "./commands/remote.ts";
import { reset } from "./commands/reset.ts";
import { restore } from "./commands/restore.ts";
import { revParse } from "./commands/rev-parse.ts";
import { rm } from "./commands/rm.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { switchTo } from "./commands/switch.ts";
import type { GitResult } from "./git-result.ts";
import { type GitCommand, type GitSession, workspaceRoot } from "./git-session.ts";

const commands: ReadonlyMap<string, GitCommand> = new Map(
  Object.entries({
    add,
    branch,
    checkout,
    commit,
    config,
    diff,
    fetch,
    log,
    "ls-files": lsFiles,
    mv,
    pull,
    push,
    remote,
    reset,
    restore,
    "rev-parse": revParse,
    rm,
    show,
    status,
    switch: switchTo,
  }),
);

/** The commands of git that are kept, sorted. */
export const gitCommandNames: readonly string[] = [...commands.keys()].toSorted();

/** The command that arguments of git name, and what follows it; undefined for one that is not kept. */
export function gitCommandOf(
  args: readonly string[],
): { readonly name: string; readonly args: readonly string[] } | undefined {
  const rest = [...args];
  while (rest[0] === "--no-pager" || rest[0] === "-P" || rest[0] === "-C") {
    if (rest.shift() === "-C" && !isRoot(rest.shift())) return undefined;
  }
  const [name, ...following] = rest;
  return name === undefined || !commands.has(name) ? undefined : { name, args: following };
}

/** Whether a folder is where the workspace is anyway. */
export function isRoot(folder: string | undefined): boolean {
  return folder !== undefined && [".", "./", workspaceRoot, `${workspaceRoot}/`].includes(folder);
}

/** Runs what follows `git`; undefined where it is not kept, and then nothing has changed. */
export function runGit(session: GitSession, args: readonly string[]): GitResult | undefined {
  const call = gitCommandOf(args);
  return call && commands.get(call.name)?.(session, call.args);
}
