import type { ReplyPart, ToolMessage } from "../../model/index.ts";
import type { History } from "../state/flow-state.ts";
import { executeInTurn } from "../tools/execute-calls.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { plainErrorTexts } from "../tools/tool-error-texts.ts";
import { toolMessage } from "../tools/tool-message.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";

/** Executes the calls of the last reply one after the other. */
export async function chatToolsStep(run: ChatRun, history: History): Promise<History> {
  const last = history.at(-1);
  const results: ToolMessage[] = [];
  for (const part of last?.role === "assistant" ? last.parts : []) {
    results.push(...(await partResults(run, part)));
  }
  return [...history, ...results];
}

async function partResults(run: ChatRun, part: ReplyPart): Promise<readonly ToolMessage[]> {
  if (part.type === "text") return [];
  if (part.type === "invalid_tool_call") {
    const { component } = run.agent;
    const text = chatTexts.unreadableCall(part.name);
    return [refuseCall({ ...part, args: {} }, text, { component, scope: run.scope })];
  }
  const { component, toolset } = run.agent;
  const site = { component, toolset, texts: plainErrorTexts, scope: run.scope };
  const executed = await executeInTurn([part], site);
  return executed.map(({ facts }) => toolMessage(part, facts.content));
}
