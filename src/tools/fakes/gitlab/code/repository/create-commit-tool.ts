import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import { locateProject } from "../../core/locate.ts";
import { reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf, fetchOne, type Fetched } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";

/**
 * Commits file actions through the API, as the service's commit.py does: it names a branch where none is
 * named, looks whether the branch is there, begins a new one at `start_branch`, `start_sha` or the default
 * branch, and turns an update of a part of a file into one of the whole. Where to start counts for new
 * branches only.
 */
export function createCommit(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  const project = `/api/v4/projects/${at.id}`;
  const branch = shown(args["branch"] ?? "") || branchName(world.now);
  const start = startOf(args, { world, project, branch });
  const ref = start === undefined ? branch : shown(Object.values(start)[0] ?? "");
  const actions = prepared(args["actions"] ?? [], { world, project, ref });
  if (!actions.ok) return actions.outcome;
  const path = `${project}/repository/commits`;
  const { start_project, author_email, author_name } = args;
  const body = withoutNulls({
    branch,
    commit_message: args["commit_message"] ?? "",
    actions: actions.value,
    ...start,
    ...(start === undefined ? {} : { start_project: start_project ?? null }),
    author_email: author_email ?? null,
    author_name: author_name ?? null,
  });
  const made = bodyOf(send(world, ["POST", path], { body }), path);
  return made.ok ? reply({ status: "success", branch }) : made.outcome;
}

function branchName(now: string): string {
  return `duo-edit-${now.slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-")}`;
}

interface Target {
  readonly world: World;
  /** `/api/v4/projects/:id` */
  readonly project: string;
}

/** Where a new branch begins; undefined for one that is there. */
function startOf(
  args: JsonObject,
  { world, project, branch }: Target & { readonly branch: string },
): JsonObject | undefined {
  const isNamed = shown(args["branch"] ?? "") !== "";
  const address = `${project}/repository/branches/${encoded(branch)}`;
  if (isNamed && isSuccess(send(world, ["GET", address]))) return undefined;
  const { start_branch: startBranch, start_sha: startSha } = args;
  if (typeof startBranch === "string" && startBranch !== "") return { start_branch: startBranch };
  if (typeof startSha === "string" && startSha !== "") return { start_sha: startSha };
  const found = fetchOne(world, project);
  const name = found.ok && isJsonObject(found.value) ? found.value["default_branch"] : undefined;
  return { start_branch: name ?? "main" };
}

function prepared(
  actions: JsonValue,
  target: Target & { readonly ref: string },
): Fetched<readonly JsonValue[]> {
  const ready: JsonValue[] = [];
  for (const action of isJsonArray(actions) ? actions.filter(isJsonObject) : []) {
    const { old_str: oldText, new_str: newText, ...plain } = action;
    const isPartial =
      action["action"] === "update" &&
      (plain["content"] ?? "") === "" &&
      typeof oldText === "string" &&
      typeof newText === "string";
    if (!isPartial) {
      ready.push(withoutNulls(plain));
      continue;
    }
    const path = shown(action["file_path"]);
    const text = currentText(path, target);
    if (!text.ok) return text;
    if (!text.value.includes(oldText)) {
      return { ok: false, outcome: toolException(`old_str not found in ${path}`) };
    }
    const content = text.value.replace(oldText, () => newText);
    ready.push(withoutNulls({ ...plain, content }));
  }
  return { ok: true, value: ready };
}

function currentText(
  path: string,
  { world, project, ref }: Target & { readonly ref: string },
): Fetched<string> {
  const address = `${project}/repository/files/${encoded(path)}`;
  const response = send(world, ["GET", address], { query: { ref } });
  if (!isSuccess(response) || !isJsonObject(response.body)) {
    const message = `GitLab API error while fetching ${path}: ${String(response.status)}`;
    return { ok: false, outcome: toolException(message) };
  }
  const text = Buffer.from(shown(response.body["content"]), "base64").toString("utf8");
  return { ok: true, value: text };
}

function withoutNulls(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));
}
