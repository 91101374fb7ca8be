import type { ToolSpec } from "../../tools/index.ts";
import type { RunScope } from "../session/run-scope.ts";

/** What a tool can lack in a session. */
export type Lack = "project" | "namespace" | "privilege" | "leave";

const needs: Readonly<Partial<Record<ToolSpec["scope"], "project" | "namespace">>> = {
  project: "project",
  group: "namespace",
};

/**
 * What keeps an existing tool from being offered. The service looks at denials and privileges only; that a
 * tool needs a project or a namespace which the session lacks is GitLab's proposal, which compat mode leaves out.
 */
export function lackOf(
  { name: tool, scope: toolScope, privileges }: ToolSpec,
  scope: RunScope,
): Lack | undefined {
  if (scope.options.deniedTools?.includes(tool) === true) return "leave";
  const enabled = scope.options.privileges?.enabled;
  if (
    enabled !== undefined &&
    privileges.length > 0 &&
    !privileges.some((name) => enabled.includes(name))
  ) {
    return "privilege";
  }
  const needed = scope.compat ? undefined : needs[toolScope];
  return needed === undefined || scope.place[needed] !== undefined ? undefined : needed;
}
