import { comparePaths } from "../../repository/compare-paths.ts";
import { quotePath } from "../../repository/diff/quote-path.ts";
import { readArgs } from "../command-args.ts";
import { done } from "../git-result.ts";
import type { GitCommand } from "../git-session.ts";
import { readPathspec } from "../paths/pathspec.ts";
import { untrackedFiles } from "../paths/untracked.ts";

/** `git ls-files`. */
export const lsFiles: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-c": "cached",
    "--cached": "cached",
    "-o": "others",
    "--others": "others",
    "-m": "modified",
    "--modified": "modified",
    "-d": "deleted",
    "--deleted": "deleted",
    "--exclude-standard": "exclude",
  });
  if (args === undefined) return undefined;
  // Without it, what a `.gitignore` leaves out is listed too.
  if (args.has("others") && !args.has("exclude")) return undefined;
  const spec = readPathspec([...args.operands, ...(args.paths ?? [])]);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const { files, git } = session;
  const known = [...git.index.keys()].toSorted(comparePaths);
  const others = args.has("others");
  const isCached = args.has("cached") || !(others || args.has("modified") || args.has("deleted"));
  if (Number(isCached) + Number(args.has("modified")) + Number(args.has("deleted")) > 1)
    return undefined;
  const listed = [
    ...(others ? untrackedFiles(files, git.index) : []),
    ...(isCached ? known : []),
    ...(args.has("modified")
      ? known.filter((path) => files.get(path) !== git.index.get(path))
      : []),
    ...(args.has("deleted") ? known.filter((path) => !files.has(path)) : []),
  ];
  return done(
    listed
      .filter(spec.matches)
      .map((path) => `${quotePath(path)}\n`)
      .join(""),
  );
};
