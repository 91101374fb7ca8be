import type { AgentContent, VersionRecord } from "./records.ts";
import { rubyYaml } from "./ruby-yaml.ts";

/** The flow config that GitLab makes of a version of an agent, as text. */
export function chatConfig({ item }: VersionRecord, content: AgentContent): string {
  if (content.config !== undefined) return content.config;
  const component = `${item.id}/0`;
  const prompt = `${component}_prompt`;
  const orbit = item.foundationalReference === undefined ? [] : [orbitInput];
  return rubyYaml({
    version: "v1",
    environment: "chat-partial",
    components: [
      {
        name: component,
        type: "AgentComponent",
        prompt_id: prompt,
        inputs: [
          { from: "context:goal", as: "goal" },
          { from: "context:project_id", as: "project_id" },
          ...orbit,
        ],
        toolset: content.tools,
        ui_log_events: [
          "on_tool_execution_success",
          "on_agent_final_answer",
          "on_tool_execution_failed",
        ],
      },
    ],
    routers: [{ from: component, to: "end" }],
    flow: {
      entry_point: component,
      ...(orbit.length > 0 && { inputs: [orbitCategory] }),
    },
    prompts: [
      {
        prompt_id: prompt,
        name: item.name,
        unit_primitives: [],
        prompt_template: {
          system: content.systemPrompt,
          user: "Here is my task - {{goal}}",
          placeholder: "history",
        },
        params: { timeout: 30 },
      },
    ],
  });
}

const orbitInput = {
  from: "context:inputs.orbit_context.orbit_enabled",
  as: "orbit_enabled",
  optional: true,
};

const orbitCategory = {
  category: "orbit_context",
  version_constraint: "^1.0.0",
  input_schema: { orbit_enabled: { type: "boolean" } },
};
