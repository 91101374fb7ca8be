import type { AgentComponent } from "../../../flow/index.ts";
import { agentNodes } from "../../agent/agent-nodes.ts";
import { buildAgentSettings } from "../../agent/build-agent-settings.ts";
import { standaloneSlot } from "../../agent/standalone-slot.ts";
import { agentApproval } from "../../approval/approval-settings.ts";
import type { BuiltComponent, ComponentSite } from "../../components/component-type.ts";
import type { Graph, GraphNode, Step } from "../../graph/graph-node.ts";
import { terminalId, terminalNodes } from "../../graph/terminal-nodes.ts";
import { flowStatus } from "../../state/flow-status.ts";
import { managedAgent, managedAgents } from "../managed-agents.ts";
import type { SupervisorSettings } from "../supervisor-settings.ts";
import { whereDelegated } from "../where-delegated.ts";
import { DelegationDesk } from "./delegation-desk.ts";
import { parallelDelegateDefinition } from "./parallel-delegate-tool.ts";

/**
 * A supervisor whose agents work at the same time, each in a graph and a state of its own: the variant of
 * the service behind its flag `dap_parallel_subagents`.
 */
export function buildParallelSupervisor(
  component: AgentComponent,
  site: ComponentSite,
): BuiltComponent {
  const { name } = component;
  const managed = managedAgents(component, site);
  const own = buildAgentSettings(component, standaloneSlot(name, component.inputs), site);
  const supervisor: SupervisorSettings = {
    agent: { ...own, ownTools: [parallelDelegateDefinition(managed.map(managedAgent))] },
    managed: managed.map(managedAgent),
    maxDelegations: component.maxDelegations,
  };
  const graphs = new Map(managed.map((each) => [each.name, subagentGraph(each, site)]));
  const desk = new DelegationDesk(supervisor, graphs);
  const step = (part: string): Step => ({ node: `${name}#${part}` });
  const built = agentNodes(supervisor.agent, {
    exit: site.exit,
    approval: agentApproval(component, site.scope),
    ownCalls: whereDelegated(supervisor.agent, step("delegation_prepare")),
  });
  return { entry: built.entry, nodes: [...built.nodes, ...delegationNodes(name, desk, step)] };
}

function delegationNodes(
  component: string,
  desk: DelegationDesk,
  step: (part: string) => Step,
): readonly GraphNode[] {
  return [
    {
      kind: "work",
      id: step("delegation_prepare").node,
      component,
      run: (state, scope) => desk.prepare(state, scope),
      next: () => step(desk.isBusy ? "subagent_dispatch" : "agent"),
    },
    {
      kind: "work",
      id: step("subagent_dispatch").node,
      component,
      run: () => desk.play(),
      next: () => step(desk.isWaiting ? "subagent_approval" : "delegation_collect"),
    },
    {
      kind: "wait",
      id: step("subagent_approval").node,
      component,
      waitsFor: "approval",
      asksFor: "decision",
      resume: (_, event) => {
        desk.decide(event);
        return { status: flowStatus.execution };
      },
      next: () => step("subagent_dispatch"),
    },
    {
      kind: "work",
      id: step("delegation_collect").node,
      component,
      run: (state, scope) => desk.collect(state, scope),
      next: () => step("agent"),
    },
  ];
}

/** An agent as a flow of its own, from its first request to its answer. */
function subagentGraph(component: AgentComponent, site: ComponentSite): Graph {
  const { name, inputs } = component;
  const agent = buildAgentSettings(component, standaloneSlot(name, inputs), site);
  const { entry, nodes } = agentNodes(agent, {
    exit: () => ({ node: terminalId("end") }),
    approval: agentApproval(component, site.scope),
  });
  return {
    nodes: new Map([...nodes, ...terminalNodes(site.flow.version)].map((node) => [node.id, node])),
    start: { node: entry, enters: name },
    refused: site.refused,
  };
}
