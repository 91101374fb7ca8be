import type { ToolCallRecord } from "../engine-event.ts";
import { agentErrorTexts } from "./tool-error-texts.ts";

/** Whether the agent has the tool that it called: otherwise all that happened is that it was told so. */
export function wasOffered({
  tool,
  isError,
  result,
}: Pick<ToolCallRecord, "tool" | "isError" | "result">): boolean {
  // What a tool itself says of an error never stands alone: the engine says first that the tool failed.
  return !isError || result !== agentErrorTexts.notFound(tool);
}
