import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { Flow } from "../../flow/index.ts";
import type { AgentSlot } from "../agent/agent-slot.ts";

/** The optional tools that experimental prompts can ask about. None of them is there. */
const toolsEnabled: PyDict = new Map<string, PyValue>([["web_search", false]]);

/** What experimental prompts are given besides the inputs of their component. */
export const experimentalVariables: readonly string[] = ["tools_enabled"];

/** The slot of an agent, whose prompt is given what the version of its flow promises. */
export function withPromptInputs(slot: AgentSlot, { version }: Pick<Flow, "version">): AgentSlot {
  if (version !== "experimental") return slot;
  return {
    ...slot,
    // Inputs go over what a prompt is built with.
    readInputs: (state) =>
      new Map<string, PyValue>([["tools_enabled", toolsEnabled], ...slot.readInputs(state)]),
  };
}
