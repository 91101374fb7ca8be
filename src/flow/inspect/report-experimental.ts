import type { FlowProblem } from "../problem/index.ts";
import type { FlowDraft } from "../read/index.ts";

/**
 * The service runs experimental flows, but its validator does not know how to try one. Those of
 * environment chat-partial are never tried.
 */
export function reportExperimental({ flow, root }: FlowDraft): readonly FlowProblem[] {
  if (flow.version !== "experimental" || flow.environment === "chat-partial") return [];
  const message = "the service's validator cannot try an experimental flow before it runs";
  const hint = 'new flows are "version: v1"';
  return [{ ...root.child("version").located, rule: "E07", message, hint }];
}
