import type { JsonObject } from "../../../../../core/json.ts";
import { subjectOf } from "../../../repository/commit-of.ts";
import type { Commit } from "../../../repository/commit.ts";
import type { Project, World } from "../../core/world.ts";

const shortLength = 8;

/** The address of a project's page. */
export function projectUrl(project: Pick<Project, "path">, world: Pick<World, "url">): string {
  return `${world.url}/${project.path}`;
}

/** A commit as the REST API lists it. */
export function showCommit(commit: Commit, project: Project, world: World): JsonObject {
  const { id, parents, author, at, message } = commit;
  const committer = commit.committer ?? author;
  const committedAt = commit.committedAt ?? at;
  return {
    id,
    short_id: id.slice(0, shortLength),
    created_at: committedAt,
    parent_ids: [...parents],
    title: subjectOf(commit),
    message: message.replace(/\n$/, ""),
    author_name: author.name,
    author_email: author.email,
    authored_date: at,
    committer_name: committer.name,
    committer_email: committer.email,
    committed_date: committedAt,
    trailers: {},
    extended_trailers: {},
    web_url: `${projectUrl(project, world)}/-/commit/${id}`,
  };
}
