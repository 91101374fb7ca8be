import { checkFileAccess } from "../access.ts";
import { actionError, returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";
import { textOf } from "./read-file.ts";

/**
 * `edit_file`. By its description the text must occur, and of several occurrences the first is replaced. The words
 * of success and of failure are ours, as the executor's are not published; so is that an empty text is refused.
 */
export const editFile: WorkspaceTool = (session, args) => {
  const written = textArg(args, "file_path");
  const access = checkFileAccess(session, written);
  if ("refused" in access) return access.refused;
  const { path } = access;
  const text = textOf(session, written);
  if (typeof text !== "string") return text;
  const old = textArg(args, "old_str");
  if (old === "") return actionError(`old_str is empty; it must be a text of ${path}`);
  const at = text.indexOf(old);
  if (at < 0) return actionError(`old_str was not found in ${path}`);
  const changed = text.slice(0, at) + textArg(args, "new_str") + text.slice(at + old.length);
  session.files = new Map(session.files).set(path, changed);
  return returned(`Edited ${path}`);
};
