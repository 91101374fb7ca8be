import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { Commit, Tree } from "../../../repository/commit.ts";
import { choiceParam, requiredText, textParam } from "../../core/params.ts";
import { badRequest, RestError } from "../../core/rest.ts";
import { clashOf, pathProblem } from "./file-path.ts";
import { lastCommit } from "./file-routes.ts";
import type { ProjectRepository } from "./project-repository.ts";

/** What actions are applied to. */
export interface ActionGround {
  readonly repository: ProjectRepository;
  /** Undefined for the first commit of all. */
  readonly base: Commit | undefined;
}

const kinds = ["create", "delete", "move", "update", "chmod"] as const;

/**
 * The tree after the `actions` of the Commits API.
 *
 * @throws RestError for what GitLab refuses, in its words
 */
export function applyActions(actions: JsonValue, ground: ActionGround): Tree {
  if (!isJsonArray(actions) || actions.length === 0) throw badRequest("actions is empty");
  const files = new Map(ground.base?.tree);
  for (const action of actions) {
    if (!isJsonObject(action)) throw badRequest("actions is invalid");
    applyAction(action, files, ground);
  }
  const clash = clashOf(files.keys());
  if (clash !== undefined) throw refused(`A file with the name ${clash} already exists`);
  return files;
}

function applyAction(action: JsonObject, files: Map<string, string>, ground: ActionGround): void {
  const kind = choiceParam(action, "action", kinds);
  const path = requiredText(action, "file_path");
  if (pathProblem(path) !== undefined) throw refused("File path is invalid");
  switch (kind) {
    case undefined:
      throw badRequest("actions[0][action] is missing");
    case "create":
      if (files.has(path)) throw refused("A file with this name already exists");
      files.set(path, contentOf(action) ?? "");
      return;
    case "update":
      requireFile(path, files);
      checkUnchanged(action, path, ground);
      files.set(path, contentOf(action) ?? "");
      return;
    case "delete":
      requireFile(path, files);
      checkUnchanged(action, path, ground);
      files.delete(path);
      return;
    case "move":
      moveFile(action, files, ground);
      return;
    case "chmod":
      // Files have no mode here, so that there is nothing to change.
      requireFile(path, files);
  }
}

function moveFile(action: JsonObject, files: Map<string, string>, ground: ActionGround): void {
  const path = requiredText(action, "file_path");
  const from = requiredText(action, "previous_path");
  requireFile(from, files);
  checkUnchanged(action, from, ground);
  if (files.has(path)) throw refused("A file with this name already exists");
  const text = contentOf(action) ?? files.get(from) ?? "";
  files.delete(from);
  files.set(path, text);
}

function requireFile(path: string, files: ReadonlyMap<string, string>): void {
  if (!files.has(path)) throw refused("A file with this name doesn't exist");
}

/** Somebody who says which version they changed does not overwrite another. */
function checkUnchanged(
  action: JsonObject,
  path: string,
  { repository, base }: ActionGround,
): void {
  const known = textParam(action, "last_commit_id");
  if (known === undefined || base === undefined || !base.tree.has(path)) return;
  if (lastCommit(repository, base, path).id === known) return;
  throw refused(`The file has changed since you started editing it: ${path}`);
}

function contentOf(action: JsonObject): string | undefined {
  const content = textParam(action, "content");
  const encoding = choiceParam(action, "encoding", ["text", "base64"]);
  if (content === undefined || encoding !== "base64") return content;
  const bytes = Buffer.from(content, "base64");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badRequest("content is not a text, and this repository keeps nothing else");
  }
}

function refused(message: string): RestError {
  return new RestError(400, { message });
}
