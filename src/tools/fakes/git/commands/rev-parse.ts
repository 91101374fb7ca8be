import { readArgs } from "../command-args.ts";
import { done, fatal } from "../git-result.ts";
import { type GitCommand, remoteName, workspaceRoot } from "../git-session.ts";
import { currentBranch } from "../git-state.ts";
import { readRevision, shortId } from "../read-revision.ts";
import { unknownRevision } from "../split-operands.ts";

/** `git rev-parse`. */
export const revParse: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "--abbrev-ref": "name",
    "--short": "short",
    "--verify": "verify",
    "--show-toplevel": "top",
    "--is-inside-work-tree": "inside",
  });
  if (args === undefined || args.paths !== undefined) return undefined;
  const { git } = session;
  if (args.has("top")) return done(`${workspaceRoot}\n`);
  if (args.has("inside")) return done("true\n");
  const [name, ...rest] = args.operands;
  if (name === undefined || rest.length > 0) return undefined;
  const commit = readRevision(git, name);
  if (commit === undefined) {
    const refused = args.has("verify") ? fatal("Needed a single revision") : unknownRevision(name);
    return args.has("verify") || args.has("short") ? refused : { ...refused, stdout: `${name}\n` };
  }
  if (args.has("short")) return done(`${shortId(commit.id)}\n`);
  if (!args.has("name")) return done(`${commit.id}\n`);
  if (name === "HEAD" || name === "@") return done(`${currentBranch(git) ?? "HEAD"}\n`);
  if (/^@\{u(?:pstream)?\}$/.test(name)) {
    return done(`${remoteName}/${git.upstreams.get(currentBranch(git) ?? "") ?? ""}\n`);
  }
  return git.branches.has(name) ? done(`${name}\n`) : undefined;
};
