import type { AgentComponent } from "../../flow/index.ts";
import { agentNodes } from "../agent/agent-nodes.ts";
import { buildAgentSettings } from "../agent/build-agent-settings.ts";
import { standaloneSlot } from "../agent/standalone-slot.ts";
import { agentApproval } from "../approval/approval-settings.ts";
import { withPromptInputs } from "../experimental/prompt-inputs.ts";
import { buildSupervisor } from "../supervisor/build-supervisor.ts";
import { buildParallelSupervisor } from "../supervisor/parallel/build-parallel-supervisor.ts";
import type { ComponentType } from "./component-type.ts";

/** A model that calls tools until it answers; with subagents it hands tasks to them as well. */
export const agentComponentType: ComponentType<AgentComponent> = {
  id: "AgentComponent",
  build(component, site) {
    if (component.subagents.length > 0) {
      const { features = [] } = site.scope.options;
      // The flag is one of v1: experimental supervisors know only the other way.
      const isParallel = site.flow.version === "v1" && features.includes("dap_parallel_subagents");
      return (isParallel ? buildParallelSupervisor : buildSupervisor)(component, site);
    }
    const slot = withPromptInputs(standaloneSlot(component.name, component.inputs), site.flow);
    const agent = buildAgentSettings(component, slot, site);
    return agentNodes(agent, { exit: site.exit, approval: agentApproval(component, site.scope) });
  },
};
