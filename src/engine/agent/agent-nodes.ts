import { approvalNodes } from "../approval/approval-nodes.ts";
import type { ApprovalSettings } from "../approval/approval-settings.ts";
import type { BuiltComponent } from "../components/component-type.ts";
import type { Edge, GraphNode, WorkNode } from "../graph/graph-node.ts";
import { afterAgent } from "./after-agent.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { runAgentTools } from "./agent-tools.ts";
import { finalResponse } from "./final-response.ts";
import { visitAgent } from "./visit-agent.ts";

/** How an agent is wired into its flow. */
export interface AgentWiring {
  /** What follows its answer. */
  readonly exit: Edge;
  /** Undefined where calls are executed without asking. */
  readonly approval: ApprovalSettings | undefined;
  /** A way out before any other, for calls that the agent's own nodes answer. */
  readonly ownCalls?: Edge | undefined;
}

/** The nodes of an agent: it asks the model, executes tools and asks again, and stores its answer. */
export function agentNodes(agent: AgentSettings, wiring: AgentWiring): BuiltComponent {
  const { component } = agent;
  const step = (part: string): { readonly node: string } => ({ node: `${component}#${part}` });
  const work = (part: string, run: WorkNode["run"], next: Edge): GraphNode => ({
    kind: "work",
    id: step(part).node,
    component,
    run,
    next,
  });
  const { approval, exit, ownCalls } = wiring;
  const steps = {
    agent: step("agent"),
    request: step("tool_approval_request"),
    tools: step("tools"),
  };
  const decide = afterAgent(agent, {
    answer: step("final_response"),
    tools: approval === undefined ? steps.tools : steps.request,
  });
  return {
    entry: steps.agent.node,
    nodes: [
      work(
        "agent",
        (state, scope) => visitAgent(agent, state, scope),
        (state) => ownCalls?.(state) ?? decide(state),
      ),
      work(
        "tools",
        (state, scope) => runAgentTools(agent, state, scope),
        () => steps.agent,
      ),
      work("final_response", (state, scope) => finalResponse(agent, state, scope), exit),
      ...(approval === undefined ? [] : approvalNodes(agent, approval, steps)),
    ],
  };
}
