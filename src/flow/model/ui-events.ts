const toolEvents = ["on_tool_execution_success", "on_tool_execution_failed"];
const agentEvents = [
  "on_agent_final_answer",
  "on_agent_reasoning",
  ...toolEvents,
  "on_tool_approval_request",
];

type Shower = "agent" | "supervisor" | "oneOff" | "deterministicStep" | "humanInput";

/** What the components may show to the user, by their `ui_log_events`. */
export const uiEvents: Readonly<Record<Shower, readonly string[]>> = {
  agent: agentEvents,
  supervisor: [...agentEvents, "on_delegation", "on_delegation_returns", "on_delegation_error"],
  oneOff: ["on_agent_final_answer", "on_agent_reasoning", "on_tool_call_input", ...toolEvents],
  deterministicStep: toolEvents,
  humanInput: ["on_user_input_prompt", "on_user_response"],
};
