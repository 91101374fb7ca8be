/**
 * How the fake GitLab is put together, and how to add to it.
 *
 * A *family* is a group of resources: work items, merge requests, pipelines. It is plain data:
 *
 * - `parts`: what the instance, a group or a project *has*. A part names the keys of the owner's block that
 *   it reads with their JSON Schema, reads them once per seed (`read`), opens a state per trial over what it
 *   read (`open`; a `Table` copies on write) and shows it in the seed's shape (`show`). Another family gets
 *   at the same state through the part: `world.part(issues, project)`. Times, authors and ids that the seed
 *   leaves out come from the `SeedBlock`: `block.time("created_at")`, `block.user("author")`, `block.id("issue")`.
 * - `routes`: the endpoints of GitLab's REST API on that state. A route finds its project with
 *   `projectOf(request, "write")`, gets a new time with `world.tick()` if it writes, and gives back the body
 *   in the API's own shape; it throws `notFound()`, `forbidden()`, `badRequest(…)` for what the API refuses.
 *   `gitlab_api_get` reads through the same routes, so nothing has to be done for it.
 * - `tools`: the service's tools, by name. A tool finds what it is about from `url` or ids (locate.ts), sends
 *   requests with `world.rest(…)`, which writes them down, and wraps the answer as the real tool does
 *   (reply.ts). A tool that asks by GraphQL writes that down with `world.request("POST", "/api/graphql", …)`
 *   and looks at the parts itself. `undefined` means that the fake cannot know.
 * - `searches`: what the search API finds of a scope ("blobs") in one project or group.
 *
 * To add one: a folder with its parts, routes and tools; one line in planning/planning-families.ts or
 * code/code-families.ts; and data in fixtures/fakes/gitlab, in both directions. The arguments that a tool
 * reads are compared with the catalog by gitlab.test.ts: none may be ignored silently.
 */
import type { JsonObject } from "../../../../core/json.ts";
import type { ToolOutcome } from "../../../tool-runtime.ts";
import type { GitRemote } from "../../repository/git-remote.ts";
import type { AnyPart, Project, Route, Search, World } from "./world.ts";

/** Answers the calls of one tool; undefined for what the fake cannot know. */
export type ToolHandler = (args: JsonObject, world: World) => ToolOutcome | undefined;

/** A group of resources with all that the fake needs of them. */
export interface Family {
  readonly name: string;
  readonly parts?: {
    readonly instance?: readonly AnyPart[];
    readonly group?: readonly AnyPart[];
    readonly project?: readonly AnyPart[];
  };
  readonly routes?: readonly Route[];
  readonly tools?: Readonly<Record<string, ToolHandler>>;
  readonly searches?: Readonly<Record<string, Search>>;
  /** Where a workspace pushes to; the family that has the repositories says it. */
  readonly remote?: (project: Project, world: World) => GitRemote;
}
