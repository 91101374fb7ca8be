import type { JsonObject } from "../../../../../core/json.ts";
import { projectOf } from "../../core/find-owner.ts";
import { choiceParam, pageOf, requiredText, textParam } from "../../core/params.ts";
import { refuseQuickActions } from "../../core/quick-actions.ts";
import { invalid, RestError } from "../../core/rest.ts";
import { nextKey } from "../../core/table.ts";
import type { Project, RestRequest, Route, World } from "../../core/world.ts";
import { showPipeline } from "../pipelines/show-pipeline.ts";
import { repositoryPart } from "../repository/repository-part.ts";
import { showCommit } from "../repository/show-commit.ts";
import { showDiff } from "../repository/show-diff.ts";
import { mergeRequestOf, save } from "./find-merge-request.ts";
import { mergeRequestChanges } from "./merge-request-changes.ts";
import { diffRefs, diffsOf } from "./merge-request-diff.ts";
import { mergeRequestFilter, mergeRequestFilters } from "./merge-request-filter.ts";
import type { MergeRequest } from "./merge-request.ts";
import { mergeRequestsPart } from "./merge-requests-part.ts";
import { pipelinesOf, showMergeRequest, showWholeMergeRequest } from "./show-merge-request.ts";

/** Merge requests of a project; what is said about them is in discussion-routes.ts. */
export const mergeRequestRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/merge_requests",
    query: [...mergeRequestFilters, "page", "per_page"],
    answer: (request) => {
      const { query, world } = request;
      const project = projectOf(request);
      const fits = mergeRequestFilter(query, world);
      const found = world.part(mergeRequestsPart, project).rows.filter(fits).toSorted(newestFirst);
      return pageOf(found, query).map((each) => showMergeRequest(each, project, world));
    },
  },
  { method: "POST", path: "/projects/:id/merge_requests", answer: createMergeRequest },
  {
    method: "GET",
    path: "/projects/:id/merge_requests/:iid",
    query: [],
    answer: (request) => {
      const { mergeRequest, project, world } = mergeRequestOf(request);
      return showWholeMergeRequest(mergeRequest, project, world);
    },
  },
  { method: "PUT", path: "/projects/:id/merge_requests/:iid", answer: updateMergeRequest },
  {
    method: "GET",
    path: "/projects/:id/merge_requests/:iid/diffs",
    query: ["page", "per_page"],
    answer: (request) => {
      const { mergeRequest, project, world } = mergeRequestOf(request);
      return pageOf(diffsOf(mergeRequest, project, world), request.query).map(showDiff);
    },
  },
  {
    method: "GET",
    path: "/projects/:id/merge_requests/:iid/commits",
    query: ["page", "per_page"],
    answer: (request) => {
      const { mergeRequest, project, world } = mergeRequestOf(request);
      const refs = diffRefs(mergeRequest, project, world);
      if (refs === null) return [];
      const repository = world.part(repositoryPart, project);
      const known = new Set(repository.history(refs.start).map(({ id }) => id));
      const own = repository.history(refs.head).filter(({ id }) => !known.has(id));
      return pageOf(own, request.query).map((commit) => showCommit(commit, project, world));
    },
  },
  {
    method: "GET",
    path: "/projects/:id/merge_requests/:iid/pipelines",
    query: ["page", "per_page"],
    answer: (request) => {
      const { mergeRequest, project, world } = mergeRequestOf(request);
      const pipelines = pageOf(pipelinesOf(mergeRequest, project, world), request.query);
      return pipelines.map((pipeline) => showPipeline(pipeline, project, world));
    },
  },
];

function newestFirst(one: MergeRequest, other: MergeRequest): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? 1 : -1;
  return other.iid - one.iid;
}

function createMergeRequest(request: RestRequest): JsonObject {
  const { body, world } = request;
  const project = projectOf(request, "write");
  const table = world.part(mergeRequestsPart, project);
  const sourceBranch = requiredText(body, "source_branch");
  const targetBranch = requiredText(body, "target_branch");
  const title = requiredText(body, "title");
  refuseQuickActions(textParam(body, "description"));
  const changes = mergeRequestChanges(body, { world, project, before: undefined });
  checkBranches({ sourceBranch, targetBranch, iid: undefined }, project, world);
  const now = world.tick();
  const mergeRequest: MergeRequest = {
    id: world.nextId("merge request"),
    iid: nextKey(table),
    title,
    description: null,
    state: "opened",
    sourceBranch,
    targetBranch,
    author: world.currentUser.username,
    assignees: [],
    reviewers: [],
    labels: [],
    milestone: null,
    squash: false,
    removesSourceBranch: null,
    allowsCollaboration: false,
    isLocked: null,
    createdAt: now,
    updatedAt: now,
    mergedAt: null,
    closedAt: null,
    diffs: undefined,
    discussions: [],
    drafts: [],
    ...changes,
  };
  table.put(mergeRequest.iid, mergeRequest);
  return showWholeMergeRequest(mergeRequest, project, world);
}

function updateMergeRequest(request: RestRequest): JsonObject {
  const { body } = request;
  const found = mergeRequestOf(request, "write");
  const { mergeRequest, project, world } = found;
  refuseQuickActions(textParam(body, "description"));
  const changes = mergeRequestChanges(body, { world, project, before: mergeRequest });
  const targetBranch = textParam(body, "target_branch") ?? mergeRequest.targetBranch;
  if (targetBranch !== mergeRequest.targetBranch) {
    const { sourceBranch, iid } = mergeRequest;
    checkBranches({ sourceBranch, targetBranch, iid }, project, world);
  }
  const state = stateChange(body, found);
  const saved = save(found, (now) => ({
    ...changes,
    targetBranch,
    ...(state === undefined ? {} : { state, closedAt: state === "closed" ? now : null }),
  }));
  return showWholeMergeRequest(saved.mergeRequest, project, world);
}

/** The state that `state_event` leads to; undefined where it stays. */
function stateChange(
  body: JsonObject,
  { mergeRequest, project, world }: ReturnType<typeof mergeRequestOf>,
): "closed" | "opened" | undefined {
  const event = choiceParam(body, "state_event", ["close", "reopen"]);
  const { state, sourceBranch, targetBranch, iid } = mergeRequest;
  if (event === "close" && state === "opened") return "closed";
  if (event !== "reopen" || state !== "closed") return undefined;
  checkBranches({ sourceBranch, targetBranch, iid }, project, world);
  return "opened";
}

interface Branches {
  readonly sourceBranch: string;
  readonly targetBranch: string;
  /** Of the merge request itself, which does not stand in its own way. */
  readonly iid: number | undefined;
}

/** Statuses as in GitLab's `handle_merge_request_errors!`; how it words a missing branch is not known. */
function checkBranches(
  { sourceBranch, targetBranch, iid }: Branches,
  project: Project,
  world: World,
): void {
  const { git } = world.part(repositoryPart, project);
  if (git.branch(sourceBranch) === undefined) throw invalid({ source_branch: ["does not exist"] });
  if (git.branch(targetBranch) === undefined) throw invalid({ target_branch: ["does not exist"] });
  if (sourceBranch === targetBranch) {
    const message = ["You can't use same project/branch for source and target"];
    throw new RestError(422, { message });
  }
  const other = world
    .part(mergeRequestsPart, project)
    .rows.find(
      (each) =>
        each.iid !== iid &&
        each.state === "opened" &&
        each.sourceBranch === sourceBranch &&
        each.targetBranch === targetBranch,
    );
  if (other === undefined) return;
  const message = `Another open merge request already exists for this source branch: !${String(other.iid)}`;
  throw new RestError(409, { message: [message] });
}
