import type { JsonObject } from "../../../../../core/json.ts";
import { basicUser } from "../../core/user.ts";
import type { Project, World } from "../../core/world.ts";
import { milestoneOf } from "../../planning/milestones/find-milestones.ts";
import { byNewest, type Pipeline } from "../pipelines/pipeline.ts";
import { pipelinesPart } from "../pipelines/pipelines-part.ts";
import { showPipeline } from "../pipelines/show-pipeline.ts";
import { projectUrl } from "../repository/show-commit.ts";
import { diffRefs, diffsOf } from "./merge-request-diff.ts";
import { isDraft, isResolvable, type MergeRequest } from "./merge-request.ts";

/** A merge request as the REST API lists it. */
export function showMergeRequest(
  mergeRequest: MergeRequest,
  project: Project,
  world: World,
): JsonObject {
  const { id, iid, title, state, discussions } = mergeRequest;
  const user = (username: string): JsonObject =>
    basicUser(world.userNamed(username) ?? world.currentUser, world.url);
  const assignees = mergeRequest.assignees.map(user);
  const isOpen = state === "opened";
  const notes = discussions.flatMap((discussion) => discussion.notes);
  return {
    id,
    iid,
    project_id: project.id,
    title,
    description: mergeRequest.description,
    state,
    created_at: mergeRequest.createdAt,
    updated_at: mergeRequest.updatedAt,
    merged_by: null,
    merge_user: null,
    merged_at: mergeRequest.mergedAt,
    closed_by: null,
    closed_at: mergeRequest.closedAt,
    target_branch: mergeRequest.targetBranch,
    source_branch: mergeRequest.sourceBranch,
    user_notes_count: notes.filter(({ isSystem }) => !isSystem).length,
    upvotes: 0,
    downvotes: 0,
    author: user(mergeRequest.author),
    assignees,
    assignee: assignees[0] ?? null,
    reviewers: mergeRequest.reviewers.map(({ username }) => user(username)),
    source_project_id: project.id,
    target_project_id: project.id,
    labels: mergeRequest.labels,
    draft: isDraft(title),
    imported: false,
    imported_from: "none",
    work_in_progress: isDraft(title),
    milestone: milestoneOf(world, project, mergeRequest.milestone),
    merge_when_pipeline_succeeds: false,
    merge_status: "can_be_merged",
    detailed_merge_status: isOpen ? (isDraft(title) ? "draft_status" : "mergeable") : "not_open",
    merge_after: null,
    sha: diffRefs(mergeRequest, project, world)?.head ?? null,
    merge_commit_sha: null,
    squash_commit_sha: null,
    discussion_locked: mergeRequest.isLocked,
    should_remove_source_branch: null,
    force_remove_source_branch: mergeRequest.removesSourceBranch,
    allow_collaboration: mergeRequest.allowsCollaboration,
    reference: `!${String(iid)}`,
    references: {
      short: `!${String(iid)}`,
      relative: `!${String(iid)}`,
      full: `${project.path}!${String(iid)}`,
    },
    web_url: mergeRequestUrl(iid, project, world),
    squash: mergeRequest.squash,
    squash_on_merge: mergeRequest.squash,
    has_conflicts: false,
    blocking_discussions_resolved: discussions.every(
      (discussion) => discussion.isResolved || !isResolvable(discussion),
    ),
  };
}

/** A merge request as the REST API shows one alone. */
export function showWholeMergeRequest(
  mergeRequest: MergeRequest,
  project: Project,
  world: World,
): JsonObject {
  const refs = diffRefs(mergeRequest, project, world);
  const [latest] = pipelinesOf(mergeRequest, project, world);
  const pipeline = latest === undefined ? null : showPipeline(latest, project, world);
  return {
    ...showMergeRequest(mergeRequest, project, world),
    subscribed: true,
    changes_count: String(diffsOf(mergeRequest, project, world).length),
    pipeline,
    head_pipeline: pipeline,
    diff_refs:
      refs === null ? null : { base_sha: refs.base, head_sha: refs.head, start_sha: refs.start },
    merge_error: null,
    user: { can_merge: project.access === "write" },
  };
}

/** The address of a merge request's page. */
function mergeRequestUrl(iid: number, project: Project, world: World): string {
  return `${projectUrl(project, world)}/-/merge_requests/${String(iid)}`;
}

/** The pipelines of a merge request and those of its branch, newest first. */
export function pipelinesOf(
  { iid, sourceBranch }: MergeRequest,
  project: Project,
  world: World,
): readonly Pipeline[] {
  return world
    .part(pipelinesPart, project)
    .table.rows.filter(
      ({ mergeRequest, ref }) =>
        mergeRequest === iid || (mergeRequest === null && ref === sourceBranch),
    )
    .toSorted(byNewest);
}
