import type { ReplyPart, ToolMessage } from "../../model/index.ts";
import type { History } from "../state/flow-state.ts";
import { executeInTurn } from "../tools/execute-calls.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { plainErrorTexts, type ToolErrorTexts } from "../tools/tool-error-texts.ts";
import { toolMessage } from "../tools/tool-message.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";

/** After a reply that was cut off, whatever goes wrong with a call is blamed on its arguments. */
const cutOffErrorTexts: ToolErrorTexts = {
  ...plainErrorTexts,
  invalidArgs: chatTexts.incompleteCall,
  failed: chatTexts.incompleteCall,
};

/** Executes the calls of the last reply one after the other. */
export async function chatToolsStep(run: ChatRun, history: History): Promise<History> {
  const last = history.at(-1);
  if (last?.role !== "assistant") return history;
  const results: ToolMessage[] = [];
  for (const part of last.parts) {
    results.push(...(await partResults(run, part, run.cutOff.has(last))));
  }
  return [...history, ...results];
}

async function partResults(
  { agent, scope }: ChatRun,
  part: ReplyPart,
  cutOff: boolean,
): Promise<readonly ToolMessage[]> {
  if (part.type === "text") return [];
  const { component, toolset } = agent;
  if (part.type === "invalid_tool_call") {
    const { incompleteCall, unreadableCall } = chatTexts;
    const text = (cutOff ? incompleteCall : unreadableCall)(part.name);
    return [refuseCall({ ...part, args: {} }, text, { component, scope })];
  }
  const texts = cutOff ? cutOffErrorTexts : plainErrorTexts;
  const executed = await executeInTurn([part], { component, toolset, texts, scope });
  return executed.map(({ facts }) => toolMessage(part, facts.content));
}
