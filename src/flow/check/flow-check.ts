import type { Range } from "../../core/position.ts";
import type { FlowKnowledge } from "../inspect/flow-knowledge.ts";
import type { Flow } from "../model/flow.ts";
import type { Located } from "../model/located.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";

/** How a flow is judged. */
export interface CheckContext {
  readonly knowledge: FlowKnowledge;
  /** As the service's validator does it, which minds a little more than a run would. */
  readonly dryRun: boolean;
}

/** Compares parts of a flow with each other. Small, pure, and one concern each. */
export type FlowCheck = (draft: FlowDraft, context: CheckContext) => readonly FlowProblem[];

/** The place of a field of a part, such as the `from` of a router; of the part where it has none. */
export function fieldOf(flow: Flow, part: Located, ...keys: readonly (string | number)[]): Located {
  const at = [...part.at, ...keys];
  const range: Range | undefined = flow.rangeOf(at);
  return range === undefined ? part : { at, range };
}

/**
 * The components, or the prompts, by their index, that have a field that could not be read: where it is
 * compared with something, nobody can tell what is missing.
 */
export function unreadIn(
  problems: readonly FlowProblem[],
  field: "inputs" | "toolset" | "ui_log_events" | "prompt_template",
): ReadonlySet<unknown> {
  const section = field === "prompt_template" ? "prompts" : "components";
  const unread = problems.filter(({ at, rule }) => {
    // What only this type of component may not read is read all the same.
    return at[0] === section && at[2] === field && rule !== "E72";
  });
  return new Set(unread.map(({ at }) => at[1]));
}
