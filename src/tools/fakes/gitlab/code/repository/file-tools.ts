import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import { locateProject } from "../../core/locate.ts";
import { pyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { fetchAll, fetchOne, type Fetched } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";
import { fnmatch, isFnmatch } from "./fnmatch.ts";
import { paginateLines } from "./paginate-lines.ts";
import { locateFile } from "./tool-paths.ts";

/*
 * Results and messages after the service's repository_files.py, as public mirrors have it.
 */

/** The text of one file. */
export function getRepositoryFile(args: JsonObject, world: World): ToolOutcome {
  const at = locateFile(args, world);
  if (!at.ok) return toolException(at.message);
  const text = fetchText(world, at);
  if (!text.ok) return text.outcome;
  const { offset, limit } = args;
  return reply({
    content: paginateLines(text.value, {
      ...(typeof offset === "number" && { offset }),
      ...(typeof limit === "number" && { limit }),
    }),
  });
}

/** The texts of several files, by path; what cannot be read says so in its place. */
export function getRepositoryFiles(args: JsonObject, world: World): ToolOutcome {
  const { file_paths: wanted = [], ref = null, per_page: perPage = null } = args;
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  if (typeof ref !== "string" || ref === "") return toolException("'ref' is required");
  const paths = isJsonArray(wanted) ? wanted.map(String) : [];
  const patterns = paths.filter(isFnmatch);
  const matched = patterns.length === 0 ? noPaths : findPaths(world, { id: at.id, ref }, patterns);
  if (!matched.ok) return matched.outcome;
  const all = [...new Set([...paths.filter((path) => !isFnmatch(path)), ...matched.value])];
  const limit = typeof perPage === "number" ? perPage : 20;
  const files = all.slice(0, limit).map((path): [string, JsonObject] => {
    const text = fetchText(world, { id: at.id, ref, path });
    if (text.ok) return [path, { content: paginateLines(text.value, {}) }];
    const { outcome } = text;
    return [path, { error: outcome.type === "error" ? outcome.message : "" }];
  });
  const cut = `Results truncated: ${String(all.length)} files matched but only ${String(limit)} returned.`;
  const truncated = {
    total_matched: all.length,
    returned: limit,
    message: `${cut} Refine your glob pattern or pass explicit paths for the remainder.`,
  };
  const rest: [string, JsonObject][] = all.length > limit ? [["__truncated__", truncated]] : [];
  return reply(Object.fromEntries([...files, ...rest]));
}

/** Files and folders of the repository. */
export function listRepositoryTree(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  const { path = null, ref = null, page = 1, per_page = 20, recursive = false } = args;
  const query = { path, ref, page, per_page, recursive };
  const response = send(world, ["GET", `/api/v4/projects/${at.id}/repository/tree`], { query });
  if (isSuccess(response)) return reply({ tree: response.body });
  const status = `failed with status ${String(response.status)}: ${pyText(response)}`;
  return toolException(`List repository tree request ${status}`);
}

const noPaths: Fetched<readonly string[]> = { ok: true, value: [] };

interface AtRef {
  readonly id: string;
  readonly ref: string;
}

function fetchText(
  world: World,
  { id, ref, path }: AtRef & { readonly path: string },
): Fetched<string> {
  const fetched = fetchOne(world, `/api/v4/projects/${id}/repository/files/${encoded(path)}`, {
    name: "Get repository file",
    query: { ref },
  });
  if (!fetched.ok) return fetched;
  const content = isJsonObject(fetched.value) ? fetched.value["content"] : null;
  return { ok: true, value: Buffer.from(shown(content), "base64").toString("utf8") };
}

function findPaths(
  world: World,
  { id, ref }: AtRef,
  patterns: readonly string[],
): Fetched<readonly string[]> {
  const query = { ref, recursive: true };
  const tree = fetchAll(world, `/api/v4/projects/${id}/repository/tree`, query);
  if (!tree.ok) return tree;
  const matchers = patterns.map(fnmatch);
  const paths = tree.value.flatMap(blobPath);
  return { ok: true, value: paths.filter((path) => matchers.some((matches) => matches(path))) };
}

function blobPath(entry: JsonValue): readonly string[] {
  return isJsonObject(entry) && entry["type"] === "blob" ? [shown(entry["path"])] : [];
}
