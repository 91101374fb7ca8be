import type { JsonValue } from "../../core/json.ts";
import type { Outcome } from "../../record/index.ts";

/** What Vitest shows a difference of, where two values say more than a sentence. */
export interface Difference {
  readonly expected: JsonValue;
  readonly actual: JsonValue;
}

/** A case did not come out as its test says. */
export class AgentAssertionError extends Error {
  /** How the case ended: only `fail` and `agent_error` say something against the agent. */
  readonly outcome: Outcome;
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
  /** Asks Vitest for the difference. */
  readonly showDiff: boolean;

  constructor(outcome: Outcome, message: string, difference?: Difference) {
    super(message);
    // The name under which Vitest prints what its own assertions throw.
    this.name = "AssertionError";
    this.outcome = outcome;
    this.showDiff = difference !== undefined;
    if (difference === undefined) return;
    this.expected = difference.expected;
    this.actual = difference.actual;
  }
}
