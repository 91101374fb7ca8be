import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { textParam } from "../../core/params.ts";
import type { SearchQuery, World } from "../../core/world.ts";
import { searchWith } from "../api/search-tool.ts";
import { asProject, repositoryPart } from "./repository-part.ts";
import { showCommit } from "./show-commit.ts";

/** Finds commits of a project by their message, or by the beginning of their id. */
export function searchCommits({ world, owner, text, params }: SearchQuery): readonly JsonValue[] {
  if (owner.kind !== "project") return [];
  const project = asProject(owner);
  const repository = world.part(repositoryPart, project);
  const head = repository.resolve(textParam(params, "ref") ?? "HEAD");
  if (head === undefined) return [];
  const wanted = text.toLowerCase();
  return repository
    .history(head.id)
    .filter(({ id, message }) => message.toLowerCase().includes(wanted) || isIdOf(id, wanted))
    .map((commit) => ({ ...showCommit(commit, project, world), project_id: project.id }));
}

function isIdOf(id: string, text: string): boolean {
  return /^[0-9a-f]{4,40}$/.test(text) && id.startsWith(text);
}

/** Searches commits in a project or group. */
export function commitSearch(args: JsonObject, world: World): ToolOutcome {
  return searchWith("commits", args, world);
}
