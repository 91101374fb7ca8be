import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { planBuild } from "./build-plan.ts";
import { checkEntryPoint } from "./check-entry-point.ts";
import { checkRouters } from "./check-routers.ts";

/** Names of components, who may be a subagent of whom, and what the routers and the entry point name. */
export function checkNames(draft: FlowDraft): readonly FlowProblem[] {
  const plan = planBuild(draft);
  return [...plan.problems, ...checkRouters(draft.flow, plan), ...checkEntryPoint(draft, plan)];
}
