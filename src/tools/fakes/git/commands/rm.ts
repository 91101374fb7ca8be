import { comparePaths } from "../../repository/compare-paths.ts";
import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { headTree } from "../git-state.ts";
import { readPathspec } from "../paths/pathspec.ts";

/** `git rm`. */
export const rm: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-r": "recursive",
    "-f": "force",
    "--force": "force",
    "--cached": "cached",
    "-q": "quiet",
    "--quiet": "quiet",
  });
  if (args === undefined) return undefined;
  const texts = [...args.operands, ...(args.paths ?? [])];
  if (texts.length === 0) return fatal("No pathspec was given. Which files should I remove?");
  const spec = readPathspec(texts);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const { index } = session.git;
  const tracked = [...index.keys()].toSorted(comparePaths);
  const missing = spec.patterns.find(({ matches }) => !tracked.some((path) => matches(path)));
  if (missing !== undefined) return fatal(`pathspec '${missing.text}' did not match any files`);
  const folder = spec.patterns.find(({ path }) => {
    return path === "" || tracked.some((other) => other.startsWith(`${path}/`));
  });
  if (folder !== undefined && !args.has("recursive")) {
    return fatal(`not removing '${folder.path === "" ? "." : folder.path}' recursively without -r`);
  }
  const paths = tracked.filter(spec.matches);
  const isCached = args.has("cached");
  const refused = args.has("force") ? undefined : unsaved(session, paths, isCached);
  if (refused !== undefined) return refused;
  session.git = { ...session.git, index: without(index, paths) };
  if (!isCached) session.files = without(session.files, paths);
  return done(args.has("quiet") ? "" : paths.map((path) => `rm '${path}'\n`).join(""));
};

function without(
  tree: ReadonlyMap<string, string>,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const copy = new Map(tree);
  for (const path of paths) copy.delete(path);
  return copy;
}

/** Git removes nothing that is nowhere else. */
function unsaved(
  session: GitSession,
  paths: readonly string[],
  isCached: boolean,
): GitResult | undefined {
  const { files, git } = session;
  const head = headTree(git);
  const both: string[] = [];
  const staged: string[] = [];
  const local: string[] = [];
  for (const path of paths) {
    const now = files.get(path);
    const isLocal = now !== undefined && now !== git.index.get(path);
    const isStaged = git.index.get(path) !== head.get(path);
    // A file that is not there anymore can be taken out of the index whatever it held.
    if (now === undefined) continue;
    if (isLocal && isStaged) both.push(path);
    else if (!isCached && isStaged) staged.push(path);
    else if (!isCached && isLocal) local.push(path);
  }
  const text =
    refusal(both, {
      what: "staged content different from both the\nfile and the HEAD",
      advice: "use -f to force removal",
    }) +
    refusal(staged, {
      what: "changes staged in the index",
      advice: "use --cached to keep the file, or -f to force removal",
    }) +
    refusal(local, {
      what: "local modifications",
      advice: "use --cached to keep the file, or -f to force removal",
    });
  return text === "" ? undefined : { exitCode: 1, stdout: "", stderr: text };
}

function refusal(
  paths: readonly string[],
  { what, advice }: { readonly what: string; readonly advice: string },
): string {
  if (paths.length === 0) return "";
  const subject = paths.length === 1 ? "the following file has" : "the following files have";
  return `error: ${subject} ${what}:\n${paths.map((path) => `    ${path}\n`).join("")}(${advice})\n`;
}
