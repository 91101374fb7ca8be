import { readArgs } from "../command-args.ts";
import { done } from "../git-result.ts";
import { type GitCommand, remoteName } from "../git-session.ts";

/** `git remote`. */
export const remote: GitCommand = (session, words) => {
  const args = readArgs(words, { "-v": "verbose", "--verbose": "verbose" });
  if (args === undefined || args.paths !== undefined) return undefined;
  const { url } = session.remote;
  const [verb, name, ...rest] = args.operands;
  if (verb === undefined) {
    if (!args.has("verbose")) return done(`${remoteName}\n`);
    return done(`${remoteName}\t${url} (fetch)\n${remoteName}\t${url} (push)\n`);
  }
  if (verb !== "get-url" || name === undefined || rest.length > 0) return undefined;
  if (name === remoteName) return done(`${url}\n`);
  return { exitCode: 2, stdout: "", stderr: `error: No such remote '${name}'\n` };
};
