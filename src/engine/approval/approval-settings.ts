import type { AgentComponent } from "../../flow/index.ts";
import type { ToolSpec } from "../../tools/index.ts";
import type { RunScope } from "../session/run-scope.ts";

/** Which calls the user is asked about. */
export interface ApprovalSettings {
  /** Whether calls of a tool run without asking. */
  isPreApproved(tool: ToolSpec): boolean;
}

/** The approvals that an agent of a graph asks for; undefined when it asks for none. */
export function agentApproval(
  component: AgentComponent,
  scope: RunScope,
): ApprovalSettings | undefined {
  if (!component.requireToolApproval) return undefined;
  return {
    isPreApproved: (tool) =>
      component.preApprovedTools.includes(tool.name) || isSessionApproved(tool, scope),
  };
}

/** The approvals of a chat: those of the session's privileges alone. */
export function chatApproval(scope: RunScope): ApprovalSettings | undefined {
  if (scope.options.privileges === undefined) return undefined;
  return { isPreApproved: (tool) => isSessionApproved(tool, scope) };
}

/** What is always enabled is always approved; the rest by the privileges that the session trusts. */
function isSessionApproved({ privileges, origin }: ToolSpec, { options }: RunScope): boolean {
  if (privileges.length === 0) return origin !== "suite";
  const preApproved = options.privileges?.preApproved ?? [];
  return privileges.some((name) => preApproved.includes(name));
}
