import { type GitLabClient, GitLabError } from "../../gitlab/index.ts";
import { projectQuery } from "../queries.ts";
import { objectAt, textAt } from "./fields.ts";

/**
 * The global id of a project.
 *
 * @param project its number or its path
 * @throws GitLabError GITLAB_NOT_FOUND
 */
export async function askProject(
  project: string,
  client: GitLabClient,
  signal?: AbortSignal,
): Promise<string> {
  if (/^\d+$/.test(project)) return `gid://gitlab/Project/${project}`;
  const request = {
    document: projectQuery,
    operationName: "flowproofProject",
    variables: { path: project },
    purpose: `looking up the project "${project}"`,
  };
  const id = textAt(objectAt(await client.graphql(request, signal), "project") ?? {}, "id");
  if (id !== undefined) return id;
  const message = `${client.instance.url} has no project "${project}", or the token may not see it`;
  throw new GitLabError("GITLAB_NOT_FOUND", message, {
    hint: "give its full path, as in its address, or its number",
  });
}
