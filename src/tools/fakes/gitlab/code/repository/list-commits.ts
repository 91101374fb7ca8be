import type { JsonObject } from "../../../../../core/json.ts";
import { walk } from "../../../repository/commit-graph.ts";
import type { Commit } from "../../../repository/commit.ts";
import { projectOf } from "../../core/find-owner.ts";
import { choiceParam, flagParam, pageOf, textParam, timeParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import type { RestRequest } from "../../core/world.ts";
import { touches } from "./file-routes.ts";
import { parentTree } from "./parent-tree.ts";
import type { ProjectRepository } from "./project-repository.ts";
import { repositoryPart } from "./repository-part.ts";
import { showCommit } from "./show-commit.ts";
import { diffStats } from "./show-diff.ts";
import { trailersOf } from "./trailers.ts";

/** What a list of commits can be asked for. */
export const commitListQuery: readonly string[] = [
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
];

/** The commits of a branch, newest first. */
export function listCommits(request: RestRequest): readonly JsonObject[] {
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
