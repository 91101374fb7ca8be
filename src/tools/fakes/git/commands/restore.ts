import { readArgs } from "../command-args.ts";
import { fatal } from "../git-result.ts";
import type { GitCommand } from "../git-session.ts";
import { readRevision } from "../read-revision.ts";
import { restorePaths } from "../restore-paths.ts";

/** `git restore`. */
export const restore: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-S": "staged",
    "--staged": "staged",
    "-W": "worktree",
    "--worktree": "worktree",
    "-s": "source=",
    "--source": "source=",
    "-q": "quiet",
    "--quiet": "quiet",
  });
  if (args === undefined) return undefined;
  const paths = [...args.operands, ...(args.paths ?? [])];
  if (paths.length === 0) return fatal("you must specify path(s) to restore");
  const name = args.value("source");
  const source = name === undefined ? undefined : readRevision(session.git, name);
  if (name !== undefined && source === undefined) return fatal(`could not resolve ${name}`);
  const targets = [
    ...(args.has("staged") ? (["index"] as const) : []),
    ...(args.has("worktree") || !args.has("staged") ? (["worktree"] as const) : []),
  ];
  return restorePaths(session, { paths, source, targets, isOverlay: false, says: "nothing" });
};
