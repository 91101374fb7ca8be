import type { JsonObject } from "../../../../../core/json.ts";
import type { Commit } from "../../../repository/commit.ts";
import { projectOf } from "../../core/find-owner.ts";
import { flagParam, pageOf, requiredText } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import { basicUser } from "../../core/user.ts";
import type { Project, RestRequest, Route } from "../../core/world.ts";
import { lastPipeline } from "../pipelines/last-pipeline.ts";
import { createCommitRoute } from "./create-commit-route.ts";
import { commitListQuery, listCommits } from "./list-commits.ts";
import { parentTree } from "./parent-tree.ts";
import type { ProjectRepository } from "./project-repository.ts";
import { repositoryPart } from "./repository-part.ts";
import { showCommit } from "./show-commit.ts";
import { diffStats, fileDiffs, showDiff } from "./show-diff.ts";

/** `/repository/commits` of a project, and what compares two of them. */
export const commitRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/repository/commits",
    query: commitListQuery,
    answer: listCommits,
  },
  createCommitRoute,
  {
    method: "GET",
    path: "/projects/:id/repository/commits/:sha",
    query: ["stats"],
    answer: (request) => {
      const { commit, project, repository } = commitOf(request);
      const isCounted = flagParam(request.query, "stats") ?? true;
      return {
        ...showCommit(commit, project, request.world),
        ...(isCounted ? { stats: diffStats(parentTree(repository, commit), commit.tree) } : {}),
        ...lastPipeline(commit, project, request.world),
        project_id: project.id,
      };
    },
  },
  {
    method: "GET",
    path: "/projects/:id/repository/commits/:sha/diff",
    query: ["page", "per_page"],
    answer: (request) => {
      const { commit, repository } = commitOf(request);
      const diffs = fileDiffs(parentTree(repository, commit), commit.tree).map(showDiff);
      return pageOf(diffs, request.query);
    },
  },
  {
    method: "GET",
    path: "/projects/:id/repository/commits/:sha/comments",
    query: ["page", "per_page"],
    answer: (request) => {
      const { commit, repository } = commitOf(request);
      const { world, query } = request;
      const comments = repository.comments(commit.id).map((comment) => ({
        note: comment.note,
        path: comment.path,
        line: comment.line,
        line_type: comment.line === null ? null : "new",
        author: basicUser(world.userNamed(comment.author) ?? world.currentUser, world.url),
        created_at: comment.createdAt,
      }));
      return pageOf(comments, query);
    },
  },
  {
    method: "GET",
    path: "/projects/:id/repository/compare",
    query: ["from", "to", "straight"],
    answer: compare,
  },
];

function compare(request: RestRequest): JsonObject {
  const { query, world } = request;
  const project = projectOf(request);
  const repository = world.part(repositoryPart, project);
  const from = repository.resolve(requiredText(query, "from"));
  const to = repository.resolve(requiredText(query, "to"));
  if (from === undefined || to === undefined) throw notFound("Ref");
  const isStraight = flagParam(query, "straight") ?? false;
  const base = isStraight ? from : (repository.mergeBase(from.id, to.id) ?? from);
  const before = new Set(repository.history(from.id).map(({ id }) => id));
  const commits = repository.history(to.id).filter(({ id }) => !before.has(id));
  return {
    commit: commits[0] === undefined ? null : showCommit(commits[0], project, world),
    commits: commits.toReversed().map((commit) => showCommit(commit, project, world)),
    diffs: fileDiffs(base.tree, to.tree).map(showDiff),
    compare_timeout: false,
    compare_same_ref: from.id === to.id,
  };
}

interface FoundCommit {
  readonly commit: Commit;
  readonly project: Project;
  readonly repository: ProjectRepository;
}

function commitOf(request: RestRequest): FoundCommit {
  const project = projectOf(request);
  const repository = request.world.part(repositoryPart, project);
  const commit = repository.resolve(request.params.get("sha") ?? "");
  if (commit === undefined) throw notFound("Commit");
  return { commit, project, repository };
}
