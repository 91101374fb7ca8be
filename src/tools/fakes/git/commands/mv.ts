import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { fromRoot } from "../paths/pathspec.ts";

/** `git mv`, of one file or folder. */
export const mv: GitCommand = (session, words) => {
  const args = readArgs(words, { "-f": "force", "--force": "force" });
  if (args === undefined || args.has("force")) return undefined;
  const [source, target, ...rest] = [...args.operands, ...(args.paths ?? [])];
  if (source === undefined || target === undefined || rest.length > 0) return undefined;
  const from = fromRoot(source);
  const to = fromRoot(target);
  if (from === undefined || from === "" || to === undefined) return undefined;
  return move(session, from, to);
};

function move(session: GitSession, from: string, into: string): GitResult {
  const { files, git } = session;
  const isFolder = (path: string): boolean => {
    return (
      path === "" ||
      session.folders.has(path) ||
      [...files.keys()].some((other) => other.startsWith(`${path}/`))
    );
  };
  const name = from.slice(from.lastIndexOf("/") + 1);
  const to = isFolder(into) ? (into === "" ? name : `${into}/${name}`) : into;
  const words = `source=${from}, destination=${to}`;
  if (!files.has(from) && !isFolder(from)) return fatal(`bad source, ${words}`);
  if (to === from || to.startsWith(`${from}/`))
    return fatal(`can not move directory into itself, ${words}`);
  const moved = [...files.keys()].filter((path) => path === from || path.startsWith(`${from}/`));
  const tracked = moved.filter((path) => git.index.has(path));
  const gone = [...git.index.keys()].find(
    (path) => path.startsWith(`${from}/`) && !files.has(path),
  );
  if (gone !== undefined) {
    return fatal(`bad source, source=${gone}, destination=${to}${gone.slice(from.length)}`);
  }
  if (tracked.length === 0) {
    return fatal(
      files.has(from)
        ? `not under version control, ${words}`
        : `source directory is empty, ${words}`,
    );
  }
  if (files.has(to)) return fatal(`destination exists, ${words}`);
  const parent = to.includes("/") ? to.slice(0, to.lastIndexOf("/")) : "";
  if (!isFolder(parent)) {
    return fatal(`renaming '${from}' failed: No such file or directory`);
  }
  session.files = renamed(files, moved, { from, to });
  session.git = {
    ...git,
    index: renamed(
      git.index,
      [...git.index.keys()].filter((path) => path === from || path.startsWith(`${from}/`)),
      { from, to },
    ),
  };
  return done();
}

function renamed(
  tree: ReadonlyMap<string, string>,
  paths: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): ReadonlyMap<string, string> {
  const copy = new Map(tree);
  for (const path of paths) {
    copy.delete(path);
    copy.set(to + path.slice(from.length), tree.get(path) ?? "");
  }
  return copy;
}
