import { readArgs } from "../command-args.ts";
import { done, type GitResult } from "../git-result.ts";
import { type GitCommand, type GitSession, remoteName } from "../git-session.ts";

/** `git config`, of who commits and where the remote is. */
export const config: GitCommand = (session, words) => {
  const args = readArgs(words, { "--get": "get", "--global": "global", "--local": "local" });
  if (args === undefined || args.paths !== undefined) return undefined;
  const [name, value, ...rest] = args.operands;
  if (name === undefined || rest.length > 0) return undefined;
  const key = name.toLowerCase();
  if (value === undefined) return read(session, key);
  if (args.has("get") || (key !== "user.name" && key !== "user.email")) return undefined;
  const { user } = session.git;
  session.git = {
    ...session.git,
    user: { ...user, [key === "user.name" ? "name" : "email"]: value },
  };
  return done();
};

function read({ git, remote }: GitSession, key: string): GitResult | undefined {
  switch (key) {
    case "user.name":
      return done(`${git.user.name}\n`);
    case "user.email":
      return done(`${git.user.email}\n`);
    case `remote.${remoteName}.url`:
      return done(`${remote.url}\n`);
    default:
      return undefined;
  }
}
