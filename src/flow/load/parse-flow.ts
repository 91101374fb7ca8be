import { throwAll } from "../../core/errors/app-error.ts";
import { readServiceYaml, yamlErrors } from "../../yaml/index.ts";
import { checkFlow } from "../check/index.ts";
import type { Flow } from "../model/flow.ts";
import { compareProblems, problemError } from "../problem/index.ts";
import { readFlow } from "../read/index.ts";

/** What may be known besides the file. */
export interface ParseFlowOptions {
  /** The files that templates include. Without them only the templates' own variables are checked. */
  readonly promptFiles?: (name: string) => string | undefined;
}

/**
 * Reads a flow config and checks it as the service does before a run. Throws one error for each
 * problem, all at once, with its place in the file. What needs more than the file is left to those who have it:
 * tool names and their arguments, and prompts and schemas of registries.
 *
 * @example
 * const flow = parseFlow(text, "flows/data_analyst/1.0.0.yml");
 * flow.components.map(({ name }) => name); // ["data_analyst"]
 */
export function parseFlow(text: string, file: string, options: ParseFlowOptions = {}): Flow {
  const yaml = readServiceYaml(text, file);
  throwAll(yamlErrors(yaml.problems, file));
  const draft = readFlow(yaml, text);
  const { promptFiles } = options;
  const knowledge = promptFiles === undefined ? {} : { promptFile: promptFiles };
  const problems = [
    ...draft.problems,
    ...(draft.complete ? checkFlow(draft, { knowledge, dryRun: false }) : []),
  ];
  throwAll(problems.toSorted(compareProblems).map((problem) => problemError(problem, file)));
  return draft.flow;
}
