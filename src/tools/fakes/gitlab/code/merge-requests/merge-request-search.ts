import type { JsonValue } from "../../../../../core/json.ts";
import { textParam } from "../../core/params.ts";
import type { SearchQuery } from "../../core/world.ts";
import { asProject } from "../repository/repository-part.ts";
import { mergeRequestsPart } from "./merge-requests-part.ts";
import { showMergeRequest } from "./show-merge-request.ts";

/** Finds merge requests of a project by their title and description. */
export function searchMergeRequestsOf(query: SearchQuery): readonly JsonValue[] {
  const { world, owner, text, params } = query;
  if (owner.kind !== "project") return [];
  const project = asProject(owner);
  const state = textParam(params, "state") ?? "all";
  const wanted = text.toLowerCase();
  return world
    .part(mergeRequestsPart, project)
    .rows.filter(
      (each) =>
        (state === "all" || each.state === state) &&
        `${each.title}\n${each.description ?? ""}`.toLowerCase().includes(wanted),
    )
    .toReversed()
    .map((each) => showMergeRequest(each, project, world));
}
