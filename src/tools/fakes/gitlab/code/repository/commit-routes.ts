import type { JsonObject } from "../../../../../core/json.ts";
import { walk } from "../../../repository/commit-graph.ts";
import type { Commit, Tree } from "../../../repository/commit.ts";
import { projectOf } from "../../core/find-owner.ts";
import {
  choiceParam,
  flagParam,
  pageOf,
  requiredText,
  textParam,
  timeParam,
} from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import { basicUser } from "../../core/user.ts";
import type { Project, RestRequest, Route } from "../../core/world.ts";
import { createCommitRoute } from "./create-commit-route.ts";
import { touches } from "./file-routes.ts";
import type { ProjectRepository } from "./project-repository.ts";
import { repositoryPart } from "./repository-part.ts";
import { showCommit } from "./show-commit.ts";
import { diffStats, fileDiffs, showDiff } from "./show-diff.ts";
import { trailersOf } from "./trailers.ts";

/** `/repository/commits` of a project, and what compares two of them. */
export const commitRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/repository/commits",
    query: [
      "all",
      "author",
      "first_parent",
      "order",
      "path",
      "ref_name",
      "since",
      "trailers",
      "until",
      "with_stats",
      "page",
      "per_page",
    ],
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
        status: null,
        project_id: project.id,
        last_pipeline: null,
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

function listCommits(request: RestRequest): readonly JsonObject[] {
  const { query, world } = request;
  const project = projectOf(request);
  const repository = world.part(repositoryPart, project);
  const wanted = filterOf(query, repository);
  const commits = startOf(query, repository).filter(wanted);
  const withStats = flagParam(query, "with_stats") ?? false;
  const withTrailers = flagParam(query, "trailers") ?? false;
  return pageOf(commits, query).map((commit) => ({
    ...showCommit(commit, project, world),
    ...(withTrailers ? { trailers: { ...trailersOf(commit.message) } } : {}),
    ...(withStats ? { stats: diffStats(parentTree(repository, commit), commit.tree) } : {}),
  }));
}

/** The history that is asked for, newest first. */
function startOf(query: JsonObject, repository: ProjectRepository): readonly Commit[] {
  // Without merges, the order of time and that of the graph are the same.
  choiceParam(query, "order", ["default", "topo"]);
  const all = flagParam(query, "all") ?? false;
  const refs = all ? repository.git.branches() : [textParam(query, "ref_name") ?? "HEAD"];
  const heads = refs.map((ref) => repository.resolve(ref)?.id);
  const known = heads.filter((head) => head !== undefined);
  if (known.length === 0) throw notFound("Commit");
  const isFirstOnly = flagParam(query, "first_parent") ?? false;
  return isFirstOnly
    ? walk(
        known,
        (id) => repository.git.commit(id),
        ({ parents }) => parents.slice(0, 1),
      )
    : repository.history(...known);
}

function filterOf(query: JsonObject, repository: ProjectRepository): (commit: Commit) => boolean {
  const author = textParam(query, "author")?.toLowerCase();
  const path = textParam(query, "path") ?? "";
  const since = timeParam(query, "since") ?? -Infinity;
  const until = timeParam(query, "until") ?? Infinity;
  return (commit) => {
    const at = Date.parse(commit.committedAt ?? commit.at);
    const { name, email } = commit.author;
    return (
      at >= since &&
      at <= until &&
      (author === undefined || `${name} <${email}>`.toLowerCase().includes(author)) &&
      (path === "" || touches(repository, commit, path))
    );
  };
}

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

function parentTree(repository: ProjectRepository, commit: Commit): Tree {
  return repository.git.commit(commit.parents[0] ?? "")?.tree ?? new Map();
}
