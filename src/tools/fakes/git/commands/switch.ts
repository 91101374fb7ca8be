import { readArgs } from "../command-args.ts";
import { fatal } from "../git-result.ts";
import { type GitCommand, remoteName } from "../git-session.ts";
import { readRevision } from "../read-revision.ts";
import { toBranch, toNewBranch } from "../switch-branch.ts";
import { moveBack } from "./checkout.ts";

/** `git switch`. */
export const switchTo: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-c": "new=",
    "--create": "new=",
    "-q": "quiet",
    "--quiet": "quiet",
  });
  if (args === undefined || args.has("quiet") || args.paths !== undefined) return undefined;
  const [name, ...rest] = args.operands;
  const created = args.value("new");
  if (rest.length > 0) return undefined;
  if (created !== undefined) return toNewBranch(session, created, name);
  if (name === undefined) return fatal("missing branch or commit argument");
  if (name === "-") return moveBack(session) ?? fatal("invalid reference: @{-1}");
  const { git } = session;
  const isOn = git.head.type === "branch" && git.head.name === name;
  if (git.branches.has(name) || isOn) return toBranch(session, name);
  if (git.tracking.has(name)) return toNewBranch(session, name, `${remoteName}/${name}`);
  if (readRevision(git, name) === undefined) return fatal(`invalid reference: ${name}`);
  return undefined;
};
