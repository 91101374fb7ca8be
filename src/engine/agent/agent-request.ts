import type { PyDict } from "../../core/python/py-value.ts";
import type { ChatRequest, ToolDefinition } from "../../model/index.ts";
import { renderMessages } from "../prompt/render-messages.ts";
import { maxTokensFor } from "../session/max-tokens.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { History } from "../state/flow-state.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { callVariables } from "./call-variables.ts";

/** The request of one call of an agent: its prompt rendered now, with the history as it stands. */
export function agentRequest(
  agent: AgentSettings,
  { inputs, history }: { readonly inputs: PyDict; readonly history: History },
  scope: RunScope,
): ChatRequest {
  const { prompt, finalTool } = agent;
  const { options } = scope;
  const tools = offeredTools(agent);
  const { system, messages } = renderMessages(prompt, {
    variables: callVariables(inputs, prompt.readsHistory ? history : undefined, options.clock),
    history,
    securityBlock: agent.securityBlock,
    scope,
  });
  return {
    role: "agent",
    system,
    messages,
    tools,
    ...(tools.length === 0
      ? {}
      : { toolChoice: { type: finalTool === undefined ? "auto" : "any" } }),
    maxTokens: maxTokensFor(options.model.id, prompt.modelParams.maxTokens),
    // Providers leave it out for the models that do not take it.
    temperature: prompt.modelParams.temperature ?? 0,
    ...(prompt.params.stop === undefined ? {} : { stop: prompt.params.stop }),
    trial: options.trial,
  };
}

function offeredTools({ toolset, ownTools, finalTool }: AgentSettings): readonly ToolDefinition[] {
  const own = finalTool === undefined ? ownTools : [...ownTools, finalTool.definition];
  return own.length === 0 ? toolset.definitions : [...toolset.definitions, ...own];
}
