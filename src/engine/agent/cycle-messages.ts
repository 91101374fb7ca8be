import type { UserMessage } from "../../model/index.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { agentTexts } from "./agent-texts.ts";

/** What an agent is told at a visit because of its limit of cycles. */
export interface CycleMessages {
  readonly wrapUp: boolean;
  readonly messages: readonly UserMessage[];
}

/** @param count number of this visit, from 1, over the agent's whole life. */
export function cycleMessages(agent: AgentSettings, count: number): CycleMessages {
  const { cycles } = agent;
  if (cycles === undefined) return { wrapUp: false, messages: [] };
  const { threshold, warningOffset } = cycles;
  if (count >= threshold) return { wrapUp: true, messages: [userMessage(wrapUpText(agent))] };
  if (warningOffset === undefined || count !== threshold - warningOffset) {
    return { wrapUp: false, messages: [] };
  }
  return { wrapUp: false, messages: [userMessage(agentTexts.cycleWarning(warningOffset))] };
}

export function wrapUpText({ finalTool }: AgentSettings): string {
  return finalTool === undefined ? agentTexts.wrapUp : agentTexts.wrapUpWith(finalTool.toolName);
}

function userMessage(text: string): UserMessage {
  return { role: "user", text };
}
