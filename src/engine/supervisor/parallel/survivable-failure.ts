import { PyRecursionError } from "../../../core/python/py-recursion-error.ts";
import { FlowFailure } from "../../flow-failure.ts";
import type { FailureKind } from "../../run-result.ts";

/** What an agent has to answer for itself: its supervisor hears of it, and may try something else. */
const ownFailures: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "agent_stuck",
  "final_answer_rejected",
  "missing_state_key",
  "state_type_error",
  "template_error",
  "bad_tool_value",
  "invalid_resume",
]);

/**
 * What a supervisor is told of a failure of one of its agents. Undefined for one that ends the run: the
 * model's, a limit of the run, what the user has to know, and all that is not the flow's fault.
 */
export function survivableFailure(error: unknown): string | undefined {
  if (error instanceof PyRecursionError) return error.message;
  if (!(error instanceof FlowFailure) || !ownFailures.has(error.kind)) return undefined;
  return error.message;
}
