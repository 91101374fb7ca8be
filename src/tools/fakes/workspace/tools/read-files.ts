import { dumpPyJson } from "../../../../core/python/dump-py-json.ts";
import type { PyValue } from "../../../../core/python/py-value.ts";
import { checkAccess } from "../access.ts";
import { returned } from "../outcomes.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";
import { textOf } from "./read-file.ts";

/**
 * `read_files`: JSON with an entry for each path, which holds an `error` where the file cannot be read. That the
 * text of the others stands under `content` is our reading; the service passes on what its executor returns. A
 * path that the service itself refuses fails the whole call.
 */
export const readFiles: WorkspaceTool = (session, { file_paths: paths }) => {
  const listed = Array.isArray(paths) ? paths.map(String) : [];
  const entries = new Map<string, PyValue>();
  for (const path of listed) {
    const access = checkAccess(path);
    if ("refused" in access) return access.refused;
    const found = textOf(session, path);
    if (typeof found === "string") entries.set(path, new Map([["content", found]]));
    else if (found.type === "error") {
      entries.set(path, new Map([["error", found.message.replace(/^Action error: /, "")]]));
    }
  }
  return returned(dumpPyJson(entries));
};
