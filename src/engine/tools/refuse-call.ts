import type { ToolMessage } from "../../model/index.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { RequestedCall } from "./execute-call.ts";
import { safeError } from "./safe-output.ts";
import { toolMessage } from "./tool-message.ts";

/** Answers a call that is not executed, and records that it was asked for. */
export function refuseCall(
  call: RequestedCall,
  reason: string,
  { component, scope }: { readonly component: string; readonly scope: RunScope },
): ToolMessage {
  const content = safeError(call.name, reason, scope.redact);
  scope.recorder.called({
    component,
    callId: call.id,
    tool: call.name,
    args: call.args,
    result: content,
    content,
    isError: true,
    durationMs: 0,
  });
  return toolMessage(call, content);
}
