import { type AgentComponent, findComponent } from "../../flow/index.ts";
import { callsOf } from "../../model/index.ts";
import { agentNodes } from "../agent/agent-nodes.ts";
import { slotHistory } from "../agent/agent-slot.ts";
import { buildAgentSettings } from "../agent/build-agent-settings.ts";
import { lastReply } from "../agent/final-response.ts";
import { standaloneSlot } from "../agent/standalone-slot.ts";
import { agentApproval } from "../approval/approval-settings.ts";
import type { BuiltComponent, ComponentSite } from "../components/component-type.ts";
import type { Edge, GraphNode } from "../graph/graph-node.ts";
import { delegateDefinition, delegateTool } from "./delegate-tool.ts";
import { delegate } from "./delegate.ts";
import { managedSlot } from "./managed-slot.ts";
import { subagentReturn } from "./subagent-return.ts";
import type { SupervisorSettings } from "./supervisor-settings.ts";
import { delegationState } from "./supervisor-state.ts";

/** A supervisor and the agents it manages, one at a time: all of them are nodes of the one graph. */
export function buildSupervisor(component: AgentComponent, site: ComponentSite): BuiltComponent {
  const { name } = component;
  const managed = managedAgents(component, site);
  const own = buildAgentSettings(component, standaloneSlot(name, component.inputs), site);
  const supervisor: SupervisorSettings = {
    agent: { ...own, ownTools: [delegateDefinition(managed.map(describe))] },
    managed: managed.map(describe),
    maxDelegations: component.maxDelegations,
  };
  const ids = {
    agent: `${name}#agent`,
    delegation: `${name}#delegation`,
    back: `${name}#subagent_return`,
  };
  const built = agentNodes(supervisor.agent, {
    exit: site.exit,
    approval: agentApproval(component, site.scope),
    ownCalls: (state) => {
      const { parts } = lastReply(supervisor.agent, slotHistory(supervisor.agent.slot, state));
      return callsOf(parts).some((call) => call.name === delegateTool)
        ? { node: ids.delegation }
        : undefined;
    },
  });
  const toSubagent: Edge = (state) => {
    const { active } = delegationState(name, state);
    if (active === undefined) return { node: ids.agent };
    return { node: `${active.subagent}#agent`, enters: active.subagent };
  };
  return {
    entry: built.entry,
    nodes: [
      ...built.nodes,
      {
        kind: "work",
        id: ids.delegation,
        component: name,
        run: (state, scope) => delegate(supervisor, state, scope),
        next: toSubagent,
      },
      {
        kind: "work",
        id: ids.back,
        component: name,
        run: (state, scope) => subagentReturn(supervisor, state, scope),
        next: () => ({ node: ids.agent }),
      },
      ...managed.flatMap((each) =>
        managedNodes(each, name, { ...site, exit: () => ({ node: ids.back }) }),
      ),
    ],
  };
}

function managedAgents(component: AgentComponent, site: ComponentSite): readonly AgentComponent[] {
  return component.subagents.map(({ name, range }) => {
    const managed = findComponent(site.flow, name);
    if (managed?.type === "AgentComponent" && managed.subagents.length === 0) return managed;
    throw site.error(component, `"${component.name}" cannot delegate to "${name}"`, range);
  });
}

function managedNodes(
  component: AgentComponent,
  supervisor: string,
  site: ComponentSite,
): readonly GraphNode[] {
  const slot = managedSlot(supervisor, component.name, component.inputs);
  const agent = buildAgentSettings(component, slot, site);
  return agentNodes(agent, { exit: site.exit, approval: agentApproval(component, site.scope) })
    .nodes;
}

function describe({ name, description = "" }: AgentComponent): {
  readonly name: string;
  readonly description: string;
} {
  return { name, description };
}
