import { readArgs } from "../command-args.ts";
import { done } from "../git-result.ts";
import type { GitCommand } from "../git-session.ts";
import { longStatus, shortStatus, type UntrackedMode } from "../text/status-text.ts";

/** `git status`. */
export const status: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-s": "short",
    "--short": "short",
    "--long": "long",
    "--porcelain": "porcelain?",
    "-b": "branch",
    "--branch": "branch",
    "-u": "untracked?",
    "--untracked-files": "untracked?",
  });
  if (args === undefined || args.operands.length > 0 || args.paths !== undefined) return undefined;
  const mode = untrackedMode(args.value("untracked"));
  const version = args.value("porcelain") ?? "";
  if (mode === undefined || !["", "v1", "1"].includes(version)) return undefined;
  const isShort = args.has("short") || args.has("porcelain");
  if (!isShort) return done(longStatus(session, mode));
  return done(shortStatus(session, { mode, hasBranch: args.has("branch") }));
};

function untrackedMode(value: string | undefined): UntrackedMode | undefined {
  if (value === undefined) return "normal";
  if (value === "" || value === "all") return "all";
  return value === "no" || value === "normal" ? value : undefined;
}
