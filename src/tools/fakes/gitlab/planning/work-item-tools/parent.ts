import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { decoded, encoded } from "../../core/encoded.ts";
import { locateProject } from "../../core/locate.ts";
import { plainText } from "../../core/plain-text.ts";
import { requestFailed } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { Namespace, World } from "../../core/world.ts";
import { visibleItem } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";
import { ToolFailure } from "./failure.ts";

/*
 * How the tools on work items find the project or group that they are about, after public mirrors of the
 * service's work_items/base_tool.py: `url`, then `group_id`, then `project_id`, and failures are exceptions.
 */

/** The kind and the full path of a project or group, whether or not there is one. */
interface Parent {
  readonly type: "group" | "project";
  readonly fullPath: string;
}

/** @throws ToolFailure where the arguments name nothing */
export function resolveParent(args: JsonObject, world: World): Parent {
  const url = args["url"] ?? "";
  if (url !== "") return parentOfUrl(plainText(url), world);
  for (const type of ["group", "project"] as const) {
    const id = args[`${type}_id`] ?? "";
    if (id !== "" && id !== 0) return { type, fullPath: pathOf(type, id, world) };
  }
  throw new ToolFailure("Must provide either URL, group_id, or project_id");
}

/** A work item's parent and iid. @throws ToolFailure where the arguments name none */
function resolveItem(
  args: JsonObject,
  world: World,
): { readonly parent: Parent; readonly iid: number } {
  const url = args["url"] ?? "";
  const iid = Number(args["work_item_iid"] ?? 0);
  if (url === "") {
    if (iid === 0) throw new ToolFailure("Must provide work_item_iid if no URL is given");
    return { parent: resolveParent(args, world), iid };
  }
  const match = /\/-\/(?:work_items|issues|epics)\/([0-9]{1,9})\/?(?:[?#].*)?$/.exec(
    plainText(url),
  );
  if (match === null) {
    throw new ToolFailure(`Failed to parse work item URL: Not a work item URL: ${plainText(url)}`);
  }
  return { parent: parentOfUrl(plainText(url), world), iid: Number(match[1]) };
}

/** A number is looked up, a path is taken as it is. */
function pathOf(type: Parent["type"], id: JsonValue, world: World): string {
  const text = decoded(plainText(id));
  if (!/^[0-9]+$/.test(text)) return text;
  const path = `/api/v4/${type}s/${encoded(text)}`;
  const response = send(world, ["GET", path]);
  if (!isSuccess(response)) throw new ToolFailure(requestFailed(path, response));
  const key = type === "group" ? "full_path" : "path_with_namespace";
  return isJsonObject(response.body) ? plainText(response.body[key] ?? null) : text;
}

/** `groups/` in an address says that it is a group's; without it, a group is one that is no project. */
function parentOfUrl(url: string, world: World): Parent {
  const place = locateProject({ url }, world);
  if (!place.ok) throw new ToolFailure(place.message.replace("URL", "work item URL"));
  const fullPath = decoded(place.id);
  const isGroup =
    /^[a-z]+:\/\/[^/]+\/groups\//i.test(url) ||
    (world.project(fullPath) === undefined && world.group(fullPath) !== undefined);
  return { type: isGroup ? "group" : "project", fullPath };
}

/** The project or group itself. @throws ToolFailure where there is none */
export function namespaceOf({ type, fullPath }: Parent, world: World): Namespace {
  const namespace = type === "group" ? world.group(fullPath) : world.project(fullPath);
  if (namespace === undefined) {
    throw new ToolFailure(`No ${type === "group" ? "namespace" : "project"} found in response`);
  }
  return namespace;
}

/** Asks for a work item. @throws ToolFailure where the project or group does not exist */
export function fetchItem(
  args: JsonObject,
  world: World,
): { readonly owner: Namespace; readonly item: WorkItem | undefined; readonly iid: number } {
  const { parent, iid } = resolveItem(args, world);
  askGraphql(world, parent.type === "group" ? "GetGroupWorkItem" : "GetProjectWorkItem", {
    fullPath: parent.fullPath,
    iid: String(iid),
  });
  const owner = namespaceOf(parent, world);
  return { owner, item: visibleItem(world, owner, iid), iid };
}

/** Writes a GraphQL request down: its operation and its variables. */
export function askGraphql(world: World, operationName: string, variables: JsonObject): void {
  world.request("POST", "/api/graphql", { operationName, variables });
}
