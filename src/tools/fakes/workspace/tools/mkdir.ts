import { fromRoot } from "../../git/paths/pathspec.ts";
import { foldersOf } from "../../git/paths/untracked.ts";
import { isFolder, maxPath, tooLong } from "../access.ts";
import { actionError, returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";

/** `mkdir`, with the folders above; one that is there already is no mistake, as for `mkdir -p`. */
export const mkdir: WorkspaceTool = (session, args) => {
  const written = textArg(args, "directory_path");
  if (written.includes("..")) {
    return returned("Creating directories above the current directory is not allowed");
  }
  if (written.length > maxPath) return tooLong(written);
  // The service puts ./ before it, which keeps an absolute path in the workspace.
  const path = fromRoot(`./${written}`) ?? "";
  const file = [...foldersOf(path), path].find((each) => session.files.has(each));
  if (file !== undefined) return actionError(`EEXIST: file already exists, mkdir '${path}'`);
  if (!isFolder(session, path)) session.folders = new Set([...session.folders, path]);
  return returned(`Created ${path === "" ? "." : path}`);
};
