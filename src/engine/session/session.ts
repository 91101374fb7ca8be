import type { ContextInputs, HumanDecision } from "../run-options.ts";
import type { RunResult } from "../run-result.ts";

/** A conversation with a flow, from its first message on. */
export interface Session {
  /** What the flow waits for; undefined when it has ended. */
  readonly waitsFor: "input" | "approval" | undefined;
  /**
   * The user's next message, with the additional context of its request.
   * @throws AppError when the flow does not wait, or the message is empty.
   */
  send(text: string, inputs?: ContextInputs): Promise<void>;
  /** The user's decision where the flow waits for one. @throws AppError as `send` does. */
  decide(decision: HumanDecision): Promise<void>;
  /** What has come of the conversation so far. */
  result(): RunResult;
}
