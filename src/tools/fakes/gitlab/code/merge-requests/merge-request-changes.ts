import type { JsonObject } from "../../../../../core/json.ts";
import { flagParam, idsParam, listParam, numberParam, textParam } from "../../core/params.ts";
import { badRequest, invalid } from "../../core/rest.ts";
import type { Project, World } from "../../core/world.ts";
import { ensureLabels } from "../../planning/labels/find-labels.ts";
import { milestoneWithId } from "../../planning/milestones/find-milestones.ts";
import type { MergeRequest, Reviewer } from "./merge-request.ts";

const maxDescription = 1_048_576;
const maxTitle = 255;

/** Where a merge request is changed. */
export interface ChangeContext {
  readonly world: World;
  readonly project: Project;
  /** What it was before; undefined for a new one. */
  readonly before: MergeRequest | undefined;
}

type Changes = Partial<MergeRequest>;

/**
 * What a body that creates or updates a merge request says of it.
 *
 * @throws RestError for what GitLab does not take
 */
export function mergeRequestChanges(body: JsonObject, context: ChangeContext): Changes {
  const title = textParam(body, "title");
  if (title?.trim() === "") throw invalid({ title: ["can't be blank"] });
  if ((title?.length ?? 0) > maxTitle) {
    throw invalid({ title: [`is too long (maximum is ${String(maxTitle)} characters)`] });
  }
  const description = textParam(body, "description");
  if ((description?.length ?? 0) > maxDescription) {
    throw invalid({
      description: [`is too long (maximum is ${String(maxDescription)} characters)`],
    });
  }
  return defined({
    title,
    description,
    assignees: usernames(body, "assignee_ids", context.world),
    reviewers: reviewers(body, context),
    labels: labels(body, context),
    milestone: milestone(body, context),
    squash: flagParam(body, "squash"),
    removesSourceBranch: flagParam(body, "remove_source_branch"),
    allowsCollaboration: flagParam(body, "allow_collaboration"),
    isLocked: flagParam(body, "discussion_locked"),
  });
}

type Loose = { readonly [Key in keyof MergeRequest]?: MergeRequest[Key] | undefined };

function defined(changes: Loose): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** GitLab leaves out ids that nobody has. */
function usernames(body: JsonObject, key: string, world: World): readonly string[] | undefined {
  return idsParam(body, key)?.flatMap((id) => world.userWithId(id)?.username ?? []);
}

/** Those who were asked before keep the state of their review. */
function reviewers(
  body: JsonObject,
  { world, before }: ChangeContext,
): readonly Reviewer[] | undefined {
  return usernames(body, "reviewer_ids", world)?.map(
    (username) =>
      before?.reviewers.find((reviewer) => reviewer.username === username) ?? {
        username,
        state: "unreviewed",
      },
  );
}

function labels(
  body: JsonObject,
  { world, project, before }: ChangeContext,
): readonly string[] | undefined {
  const all = listParam(body, "labels");
  const added = listParam(body, "add_labels");
  const removed = listParam(body, "remove_labels");
  if (all === undefined && added === undefined && removed === undefined) return undefined;
  if (all !== undefined && (added !== undefined || removed !== undefined)) {
    throw badRequest("labels, add_labels, remove_labels are mutually exclusive");
  }
  const names = new Set([...(all ?? before?.labels ?? []), ...(added ?? [])]);
  for (const name of removed ?? []) names.delete(name);
  ensureLabels(world, project, [...names]);
  return [...names].toSorted();
}

function milestone(body: JsonObject, { world, project }: ChangeContext): string | null | undefined {
  const id = numberParam(body, "milestone_id");
  if (id === undefined) return undefined;
  if (id === 0) return null;
  const found = milestoneWithId(world, project, id);
  if (found === undefined) throw badRequest("milestone_id is invalid");
  return found.milestone.title;
}
