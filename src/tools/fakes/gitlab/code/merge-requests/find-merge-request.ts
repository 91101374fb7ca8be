import { iidOf, projectOf, type Intent } from "../../core/find-owner.ts";
import { notFound } from "../../core/rest.ts";
import type { RestRequest } from "../../core/world.ts";
import type { MergeRequest } from "./merge-request.ts";
import { mergeRequestsPart } from "./merge-requests-part.ts";
import type { NoteContext } from "./show-discussion.ts";

/** The merge request that `:id` and `:iid` of a route stand for. @throws RestError where there is none */
export function mergeRequestOf(request: RestRequest, intent: Intent = "read"): NoteContext {
  const { world } = request;
  const project = projectOf(request, intent);
  const mergeRequest = world.part(mergeRequestsPart, project).get(iidOf(request, "iid"));
  if (mergeRequest === undefined) throw notFound();
  return { mergeRequest, project, world };
}

/** Puts a changed merge request in the place of the old one, with a new time. */
export function save(
  { mergeRequest, project, world }: NoteContext,
  changesAt: (now: string) => Partial<MergeRequest>,
): NoteContext {
  const updatedAt = world.tick();
  const changed = { ...mergeRequest, ...changesAt(updatedAt), updatedAt };
  world.part(mergeRequestsPart, project).put(changed.iid, changed);
  return { mergeRequest: changed, project, world };
}
