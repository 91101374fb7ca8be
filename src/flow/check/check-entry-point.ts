import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import type { BuildPlan } from "./build-plan.ts";
import { builtInsOf } from "./built-ins.ts";
import { fieldOf } from "./flow-check.ts";
import { unknownName } from "./unknown-name.ts";

/** A flow begins at a component that has a router, and so is a node of the graph; or it ends at once. */
export function checkEntryPoint(
  { flow, problems, starts }: FlowDraft,
  plan: BuildPlan,
): readonly FlowProblem[] {
  const { entryPoint } = flow;
  const builtIns = builtInsOf(flow);
  const isUnread = problems.some(({ rule }) => rule === "E15" || rule === "E50");
  if (isUnread || builtIns.includes(entryPoint)) return [];
  const place = fieldOf(flow, { at: ["flow"], range: flow.range }, "entry_point");
  if (!plan.names.has(entryPoint)) {
    const { why, hint } = unknownName(entryPoint, plan, builtIns);
    return [
      { ...place, rule: "E111", message: `the entry point is "${entryPoint}", ${why}`, hint },
    ];
  }
  if (starts.has(entryPoint) || problems.some(isUnreadStart)) return [];
  const message = `nothing follows the entry point "${entryPoint}"`;
  const hint = `add a router from "${entryPoint}", perhaps to end`;
  return [{ ...place, rule: "E112", message, hint }];
}

/** A router that does not say from where may be the one that is wanted. */
function isUnreadStart({ rule }: FlowProblem): boolean {
  return rule === "E100" || rule === "E101";
}
