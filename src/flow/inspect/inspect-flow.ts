import type { ServiceYaml } from "../../yaml/index.ts";
import { readServiceYaml } from "../../yaml/index.ts";
import { checkFlow } from "../check/index.ts";
import type { Flow } from "../model/flow.ts";
import { compareProblems, type FlowProblem } from "../problem/index.ts";
import { readFlow } from "../read/index.ts";
import type { FlowKnowledge } from "./flow-knowledge.ts";

/** A flow's file, read as far as it can be, and everything for which the service would refuse it. */
export interface FlowInspection {
  readonly flow: Flow;
  readonly yaml: ServiceYaml;
  /** In the order of the file. */
  readonly problems: readonly FlowProblem[];
}

/**
 * Reads a flow config whatever is wrong with it, and says all of it. Never throws for what the text
 * contains.
 */
export function inspectFlow(
  text: string,
  file: string,
  knowledge: FlowKnowledge = {},
): FlowInspection {
  const yaml = readServiceYaml(text, file);
  const draft = readFlow(yaml, text);
  const checked = draft.complete ? checkFlow(draft, knowledge.promptFile) : [];
  const problems = [...draft.problems, ...checked].toSorted(compareProblems);
  return { flow: draft.flow, yaml, problems };
}
