import type { ToolCall } from "../../model/index.ts";
import type { ToolCallRecord } from "../engine-event.ts";
import type { ToolCallFacts } from "../session/run-recorder.ts";
import type { RunScope } from "../session/run-scope.ts";

/**
 * Records a call under the reply that asked for it, where others have come in between: a delegation
 * returns after all the replies of the agent that it was for.
 */
export function recordCall(
  { recorder, options }: RunScope,
  facts: ToolCallFacts,
  reply: number,
): void {
  const record: ToolCallRecord = { ...facts, reply, turn: Math.max(0, recorder.turns - 1) };
  recorder.calls.push(record);
  options.onEvent?.({ type: "tool_called", ...record });
}

/** A delegation that came back. */
export interface ReturnedDelegation {
  readonly component: string;
  readonly call: ToolCall;
  /** Number of the reply that asked for it. */
  readonly reply: number;
  readonly content: string;
  readonly isError: boolean;
}

export function recordDelegation(scope: RunScope, returned: ReturnedDelegation): void {
  const { component, call, reply, content, isError } = returned;
  const facts = { component, callId: call.id, tool: call.name, args: call.args };
  recordCall(scope, { ...facts, result: content, content, isError, durationMs: 0 }, reply);
}
