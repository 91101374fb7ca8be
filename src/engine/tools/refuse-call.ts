import type { ReplyPart, ToolMessage } from "../../model/index.ts";
import { interruptedResult } from "../history/repair-history.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { RequestedCall } from "./execute-call.ts";
import { safeError } from "./safe-output.ts";
import { toolMessage } from "./tool-message.ts";

/** Whose calls are refused. */
export interface RefusalSite {
  readonly component: string;
  readonly scope: RunScope;
}

/** Answers a call that is not executed, and records that it was asked for. */
export function refuseCall(call: RequestedCall, reason: string, site: RefusalSite): ToolMessage {
  return refuseCallAsIs(call, safeError(call.name, reason, site.scope.redact), site);
}

/** The same with a text that the service does not make safe either. */
export function refuseCallAsIs(
  call: RequestedCall,
  content: string,
  { component, scope }: RefusalSite,
): ToolMessage {
  scope.recorder.called({
    component,
    callId: call.id,
    tool: call.name,
    args: call.args,
    result: scope.redact(content),
    content,
    isError: true,
    durationMs: 0,
  });
  return toolMessage(call, content);
}

/** Refuses every call of a reply that is not acted on, also those whose arguments nobody can read. */
export function refuseReply(
  parts: readonly ReplyPart[],
  site: RefusalSite,
): readonly ToolMessage[] {
  return parts.flatMap((part) => {
    if (part.type === "text") return [];
    const args = part.type === "tool_call" ? part.args : {};
    return [refuseCallAsIs({ id: part.id, name: part.name, args }, interruptedResult, site)];
  });
}
