import { ignoreRules } from "../../git/paths/ignore-rules.ts";
import { comparePaths } from "../../repository/compare-paths.ts";
import { checkAccess, isFolder } from "../access.ts";
import { actionError, returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";

/**
 * `list_dir`: files and folders from the workspace's root, one a line, without what a `.gitignore` leaves out.
 * That a slash ends the names of folders is our choice.
 */
export const listDir: WorkspaceTool = (session, args) => {
  const access = checkAccess(textArg(args, "directory"));
  if ("refused" in access) return access.refused;
  const { path } = access;
  if (session.files.has(path)) return actionError(`ENOTDIR: not a directory, scandir '${path}'`);
  if (!isFolder(session, path)) {
    return actionError(`ENOENT: no such file or directory, scandir '${path}'`);
  }
  const start = path === "" ? "" : `${path}/`;
  const isIgnored = ignoreRules(session.files);
  const files = [...session.files.keys()].filter((file) => !isIgnored(file));
  const names = new Set([
    ...files.flatMap((file) => entryOf(file, start) ?? []),
    ...[...session.folders].flatMap((folder) => entryOf(`${folder}/`, start) ?? []),
  ]);
  return returned([...names].toSorted(comparePaths).join("\n"));
};

/** The file, or the folder right below that it is in. */
function entryOf(file: string, start: string): string | undefined {
  if (!file.startsWith(start) || file.length === start.length) return undefined;
  const slash = file.indexOf("/", start.length);
  return slash < 0 ? file : file.slice(0, slash + 1);
}
