import { foldersOf } from "../../git/paths/untracked.ts";
import { checkFileAccess, isFolder } from "../access.ts";
import { actionError, returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceSession } from "../workspace-session.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";

/**
 * `create_file_with_contents`. By its description the file must not be there yet; folders are made as they are
 * needed. What the executor says is not published, so the words are ours.
 */
export const createFile: WorkspaceTool = (session, args) => {
  const access = checkFileAccess(session, textArg(args, "file_path"));
  if ("refused" in access) return access.refused;
  const { path } = access;
  if (session.files.has(path)) return actionError(`the file ${path} already exists`);
  if (isFolder(session, path)) {
    return actionError(`EISDIR: illegal operation on a directory, open '${path}'`);
  }
  const file = foldersOf(path).find((folder) => session.files.has(folder));
  if (file !== undefined) return actionError(`ENOTDIR: not a directory, open '${path}'`);
  writeFile(session, path, textArg(args, "contents"));
  return returned(`Created ${path}`);
};

/** Writes a file; the folders that it is in are there because of it from now on. */
function writeFile(session: WorkspaceSession, path: string, text: string): void {
  session.files = new Map(session.files).set(path, text);
  const above = new Set(foldersOf(path));
  session.folders = new Set([...session.folders].filter((folder) => !above.has(folder)));
}
