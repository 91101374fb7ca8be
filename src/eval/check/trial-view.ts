import type { JsonObject } from "../../core/json.ts";
import type { RunStatus, ToolCallRecord } from "../../engine/index.ts";

/** One call as a check sees it. */
export type CallView = Pick<
  ToolCallRecord,
  "component" | "tool" | "args" | "effectiveArgs" | "isError"
>;

/** What a check may look at: the end of a trial, as plain data. */
export interface TrialView {
  readonly status: RunStatus;
  readonly answer: string;
  /** Components visited, in order, `end` and `abort` included. */
  readonly route: readonly string[];
  /** In the order in which they were made; the arguments are the model's own. */
  readonly calls: readonly CallView[];
  readonly replies: number;
  readonly turns: number;
  /** `context` of the flow's state: a component's outputs stand under its name. */
  readonly context: JsonObject;
}
