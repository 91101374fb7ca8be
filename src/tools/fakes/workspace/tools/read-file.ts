import type { ToolOutcome } from "../../../tool-runtime.ts";
import { splitLines } from "../../repository/diff/line-table.ts";
import { checkFileAccess, isFolder } from "../access.ts";
import { actionError, returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceSession } from "../workspace-session.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";

const maxLines = 2000;
const maxBytes = 50 * 1024;
const encoder = new TextEncoder();

/**
 * `read_file`. A file that is too long for one answer ends with a line that says where to go on, as the service
 * expects it of its executor: pages of 2,000 lines or 50 KiB, whole lines.
 */
export const readFile: WorkspaceTool = (session, args) => {
  const { offset, limit } = args;
  const found = textOf(session, textArg(args, "file_path"));
  if (typeof found !== "string") return found;
  const page = { offset: whole(offset, 0), limit: Math.min(whole(limit, maxLines), maxLines) };
  return returned(pageOf(found, page));
};

function whole(value: unknown, fallback: number): number {
  return typeof value === "number" && value >= 0 ? Math.floor(value) : fallback;
}

/** The text of a file, or what refuses it. */
export function textOf(session: WorkspaceSession, written: string): string | ToolOutcome {
  const access = checkFileAccess(session, written);
  if ("refused" in access) return access.refused;
  const { path } = access;
  const text = session.files.get(path);
  if (text !== undefined) return text;
  return isFolder(session, path)
    ? actionError("EISDIR: illegal operation on a directory, read")
    : actionError(`ENOENT: no such file or directory, open '${path}'`);
}

function pageOf(
  text: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): string {
  const lines = splitLines(text);
  if (offset > 0 && offset >= lines.length) {
    return `(Offset ${offset} is beyond the end of the file, which has ${lines.length} lines.)`;
  }
  let end = offset;
  let bytes = 0;
  while (end < lines.length && end - offset < limit) {
    bytes += encoder.encode(lines[end]).length;
    if (bytes > maxBytes && end > offset) break;
    end += 1;
  }
  const page = lines.slice(offset, end).join("");
  if (end >= lines.length) return page;
  return `${page}\n(Showing lines ${offset + 1}-${end} of ${lines.length} total. Use offset=${end} to continue reading.)`;
}
