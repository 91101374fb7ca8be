import type { Range } from "../../core/position.ts";
import type { Flow } from "../model/flow.ts";
import type { Located } from "../model/located.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";

/** Compares parts of a flow with each other. Small, pure, and one concern each. */
export type FlowCheck = (draft: FlowDraft) => readonly FlowProblem[];

/** The place of a field of a part, such as the `from` of a router; of the part where it has none. */
export function fieldOf(flow: Flow, part: Located, ...keys: readonly (string | number)[]): Located {
  const at = [...part.at, ...keys];
  const range: Range | undefined = flow.rangeOf(at);
  return range === undefined ? part : { at, range };
}
