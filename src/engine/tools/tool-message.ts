import type { ToolMessage } from "../../model/index.ts";
import type { RequestedCall } from "./execute-call.ts";

/** The result of a call, as a history keeps it. */
export function toolMessage(call: RequestedCall, content: string, isError = false): ToolMessage {
  return { role: "tool", callId: call.id, name: call.name, content, isError };
}
