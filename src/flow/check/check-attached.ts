import { groupBy } from "../../core/group-by.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { AgentComponent, SubagentReference } from "../model/agent-component.ts";
import type { FlowComponent } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { fieldOf } from "./flow-check.ts";

const messageTypes = ["agent", "user", "tool", "request", "workflow_end"];

interface Graph {
  readonly flow: Flow;
  /** Components that a router starts from; only these, and their subagents, become nodes. */
  readonly starts: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, readonly FlowComponent[]>;
}

/** What is asked only of components that become nodes of the graph. */
export function checkAttached({ flow }: FlowDraft): readonly FlowProblem[] {
  const starts = new Set(flow.routers.map(({ from }) => from));
  const byName = groupBy(flow.components, ({ name }) => name);
  const attached = flow.components.filter(({ name }) => starts.has(name));
  return attached.flatMap((component) => checkNode({ flow, starts, byName }, component));
}

function checkNode(graph: Graph, component: FlowComponent): readonly FlowProblem[] {
  const problems = [...checkName(graph.flow, component)];
  for (const { name } of subagentsOf(component)) {
    const managed = graph.byName.get(name)?.[0];
    if (managed !== undefined) problems.push(...checkName(graph.flow, managed));
  }
  if (component.type === "AgentComponent") problems.push(...checkSupervisor(graph, component));
  return problems;
}

function checkName(flow: Flow, component: FlowComponent): readonly FlowProblem[] {
  const wrong = /[:|]/.exec(component.name)?.[0];
  if (wrong === undefined) return [];
  const message = `the name "${component.name}" contains "${wrong}"`;
  const hint = "use letters, digits and underscores";
  return [{ ...fieldOf(flow, component, "name"), rule: "E95", message, hint }];
}

function checkSupervisor(graph: Graph, supervisor: AgentComponent): readonly FlowProblem[] {
  const { flow, starts, byName } = graph;
  const { name: owner, uiRoleAs } = supervisor;
  const subagents = subagentsOf(supervisor);
  const problems: FlowProblem[] = [];
  if (subagents.length > 0 && !messageTypes.includes(uiRoleAs)) {
    const message = `"ui_role_as" of component "${owner}" must be one of ${messageTypes.join(", ")}, not "${uiRoleAs}"`;
    const hint = didYouMean(uiRoleAs, messageTypes);
    problems.push({ ...fieldOf(flow, supervisor, "ui_role_as"), rule: "E94", message, hint });
  }
  for (const { name } of subagents) {
    const [managed, namesake] = byName.get(name) ?? [];
    if (managed?.type === "AgentComponent" && (managed.description ?? "") === "") {
      const message = `component "${name}", a subagent of "${owner}", has no description`;
      const hint = 'say in "description" what it is for';
      problems.push({ at: managed.at, range: managed.range, rule: "E93", message, hint });
    }
    if (namesake !== undefined && starts.has(name)) {
      const message = `two components named "${name}" would be in the graph`;
      const hint = "give one of them another name";
      problems.push({ ...fieldOf(flow, namesake, "name"), rule: "E104", message, hint });
    }
  }
  return problems;
}

/** To name oneself is a mistake that is told elsewhere. */
function subagentsOf(component: FlowComponent): readonly SubagentReference[] {
  if (component.type !== "AgentComponent") return [];
  return component.subagents.filter(({ name }) => name !== component.name);
}
