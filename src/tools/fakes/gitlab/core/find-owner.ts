import { forbidden, notFound } from "./rest.ts";
import type { Group, Namespace, Project, RestRequest } from "./world.ts";

/** What a request is going to do with what it finds. */
export type Intent = "read" | "write";

/**
 * The project that `:id` of a route stands for.
 *
 * @throws RestError where there is none, or where the current user may only read
 */
export function projectOf(request: RestRequest, intent: Intent = "read"): Project {
  const project = request.world.project(request.params.get("id") ?? "");
  if (project === undefined) throw notFound("Project");
  return allowed(project, intent);
}

/** The group that `:id` of a route stands for, likewise. */
export function groupOf(request: RestRequest, intent: Intent = "read"): Group {
  const group = request.world.group(request.params.get("id") ?? "");
  if (group === undefined) throw notFound("Group");
  return allowed(group, intent);
}

/** The number that a `:name` of a route stands for. @throws RestError where it is none */
export function iidOf(request: RestRequest, name: string): number {
  const text = request.params.get(name) ?? "";
  if (!/^[0-9]{1,15}$/.test(text)) throw notFound();
  return Number(text);
}

function allowed<N extends Namespace>(namespace: N, intent: Intent): N {
  if (intent === "write" && namespace.access !== "write") throw forbidden();
  return namespace;
}
