import { readArgs } from "../command-args.ts";
import { fetchRemote } from "../fetch-remote.ts";
import { done, fatal } from "../git-result.ts";
import { type GitCommand, remoteName } from "../git-session.ts";
import { otherRemote } from "../other-remote.ts";

/** `git fetch`. */
export const fetch: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "--all": "all",
    "-p": "prune",
    "--prune": "prune",
    "-q": "quiet",
    "--quiet": "quiet",
  });
  if (args === undefined || args.paths !== undefined) return undefined;
  const [name = remoteName, branch, ...rest] = args.operands;
  if (rest.length > 0 || branch?.includes(":") === true) return undefined;
  if (name !== remoteName) return otherRemote(session, name);
  if (branch !== undefined && session.remote.branch(branch) === undefined) {
    return fatal(`couldn't find remote ref ${branch}`);
  }
  const told = fetchRemote(session, {
    prunes: args.has("prune"),
    ...(branch !== undefined && { branch }),
  });
  const all = args.has("all") ? `Fetching ${remoteName}\n` : "";
  return args.has("quiet") ? done() : done(all, told);
};
