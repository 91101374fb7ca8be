import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { type BuildPlan, builtInsOf } from "./build-plan.ts";
import { fieldOf } from "./flow-check.ts";
import { unknownName } from "./unknown-name.ts";

/** A flow begins at a component that has a router, and so is a node of the graph; or it ends at once. */
export function checkEntryPoint(
  { flow, problems }: FlowDraft,
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
  if (flow.routers.some(({ from }) => from === entryPoint)) return [];
  const message = `nothing follows the entry point "${entryPoint}"`;
  const hint = `add a router from "${entryPoint}", perhaps to end`;
  return [{ ...place, rule: "E112", message, hint }];
}
