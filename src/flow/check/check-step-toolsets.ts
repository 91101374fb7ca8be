import { suggest } from "../../core/text/suggest.ts";
import type { FlowKnowledge } from "../inspect/flow-knowledge.ts";
import type { DeterministicStepComponent } from "../model/deterministic-step-component.ts";
import type { Flow } from "../model/flow.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { type CheckContext, fieldOf, unreadIn } from "./flow-check.ts";

/** A deterministic step runs one tool of the service, which a toolset of its own must have in it. */
export function checkStepToolsets(
  { flow, problems }: FlowDraft,
  { knowledge }: CheckContext,
): readonly FlowProblem[] {
  const unread = unreadIn(problems, "toolset");
  return flow.components.flatMap((component): readonly FlowProblem[] => {
    if (component.type !== "DeterministicStepComponent" || component.toolName === "") return [];
    if (unread.has(component.at[1])) return [];
    if (component.ownToolset) return checkOwnToolset(flow, component, knowledge);
    const why = whyNotRunnable(component.toolName, knowledge);
    if (why === undefined) return [];
    const message = `component "${component.name}" calls the tool "${component.toolName}", ${why.message}`;
    return [{ ...fieldOf(flow, component, "tool_name"), rule: "E84", message, hint: why.hint }];
  });
}

function checkOwnToolset(
  flow: Flow,
  component: DeterministicStepComponent,
  knowledge: FlowKnowledge,
): readonly FlowProblem[] {
  const { name, toolName, toolset } = component;
  const runnable = toolset.filter(({ tool }) => whyNotRunnable(tool, knowledge) === undefined);
  if (runnable.some(({ tool }) => tool === toolName)) return [];
  const place = fieldOf(flow, component, "toolset");
  const why = whyNotRunnable(toolName, knowledge);
  const hint = why?.hint ?? `add "${toolName}", or leave "toolset" out`;
  if (runnable.length === 0) {
    const what = toolset.length === 0 ? "is empty" : "has no tool that a step can run";
    const message = `the toolset of component "${name}" ${what}`;
    return [{ ...place, rule: "E84", message, hint }];
  }
  if (why === undefined) {
    const message = `the toolset of component "${name}" lacks its tool "${toolName}"`;
    return [{ ...place, rule: "E85", message, hint }];
  }
  const message = `component "${name}" calls the tool "${toolName}", ${why.message}`;
  return [{ ...fieldOf(flow, component, "tool_name"), rule: "E85", message, hint }];
}

interface Reason {
  readonly message: string;
  readonly hint: string;
}

/** Why a step cannot run a tool; undefined where it can, or where nobody knows. */
function whyNotRunnable(name: string, knowledge: FlowKnowledge): Reason | undefined {
  if (knowledge.tool === undefined) return undefined;
  const tool = knowledge.tool(name);
  if (tool?.executable === true) return undefined;
  if (tool !== undefined) {
    const hint = "only an agent can be given it; call another tool, or use an AgentComponent";
    return { message: "which does nothing when it is called", hint };
  }
  const near = suggest(name, knowledge.toolNames ?? []);
  const hint =
    near === undefined
      ? "name a tool of the service; those of MCP servers cannot be a step"
      : `did you mean "${near}"?`;
  return { message: "which the service does not have", hint };
}
