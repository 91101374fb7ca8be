import type { AgentComponent } from "../../flow/index.ts";
import { agentNodes } from "../agent/agent-nodes.ts";
import { buildAgentSettings } from "../agent/build-agent-settings.ts";
import { standaloneSlot } from "../agent/standalone-slot.ts";
import { agentApproval } from "../approval/approval-settings.ts";
import type { BuiltComponent, ComponentSite } from "../components/component-type.ts";
import { withPromptInputs } from "../experimental/prompt-inputs.ts";
import type { Edge, GraphNode } from "../graph/graph-node.ts";
import { delegateDefinition } from "./delegate-tool.ts";
import { delegate } from "./delegate.ts";
import { managedAgent, managedAgents } from "./managed-agents.ts";
import { managedSlot } from "./managed-slot.ts";
import { subagentReturn } from "./subagent-return.ts";
import type { SequentialSupervisor } from "./supervisor-settings.ts";
import { delegationState } from "./supervisor-state.ts";
import { whereDelegated } from "./where-delegated.ts";

/** A supervisor and the agents it manages, one at a time: all of them are nodes of the one graph. */
export function buildSupervisor(component: AgentComponent, site: ComponentSite): BuiltComponent {
  const { name } = component;
  const managed = managedAgents(component, site);
  const slot = withPromptInputs(standaloneSlot(name, component.inputs), site.flow);
  const own = buildAgentSettings(component, slot, site);
  const supervisor: SequentialSupervisor = {
    agent: { ...own, ownTools: [delegateDefinition(managed.map(managedAgent))] },
    managed: managed.map(managedAgent),
    maxDelegations: component.maxDelegations,
    replies: new Map(),
  };
  const ids = {
    agent: `${name}#agent`,
    delegation: `${name}#delegation`,
    back: `${name}#subagent_return`,
  };
  const built = agentNodes(supervisor.agent, {
    exit: site.exit,
    approval: agentApproval(component, site.scope),
    ownCalls: whereDelegated(supervisor.agent, { node: ids.delegation }),
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

function managedNodes(
  component: AgentComponent,
  supervisor: string,
  site: ComponentSite,
): readonly GraphNode[] {
  const slot = managedSlot(supervisor, component.name, component.inputs);
  const agent = buildAgentSettings(component, withPromptInputs(slot, site.flow), site);
  return agentNodes(agent, { exit: site.exit, approval: agentApproval(component, site.scope) })
    .nodes;
}
