import { readServiceYaml, type ServiceYaml, type YamlProblem } from "../../yaml/index.ts";
import { checkFlow } from "../check/index.ts";
import type { Flow } from "../model/flow.ts";
import { compareProblems, type FlowProblem } from "../problem/index.ts";
import { readFlow } from "../read/index.ts";
import { isOfOneValue, pathTo } from "./damage.ts";
import type { FlowKnowledge } from "./flow-knowledge.ts";
import { type MendedYaml, mendYaml } from "./mend-yaml.ts";
import { presentable } from "./presentable.ts";
import { reportExperimental } from "./report-experimental.ts";
import { withoutFollowUps } from "./without-follow-ups.ts";

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
  const isBroken = yaml.problems.some((each) => isRefused(each) && !isOfOneValue(each));
  const readable = isBroken ? mendYaml(text, file, yaml) : { text, yaml, errors: [], stubs: [] };
  if (readable === undefined) return unreadable(yaml, text);
  const { flow, problems } = inspectReadable(readable, knowledge);
  return {
    flow: { ...flow, text },
    yaml: { ...readable.yaml, problems: yaml.problems },
    problems: presentable(problems, text).toSorted(compareProblems),
  };
}

/** A file in which too much is broken to say more. */
function unreadable(yaml: ServiceYaml, text: string): FlowInspection {
  const problems = yaml.problems.filter(isRefused).map((error) => yamlProblem(yaml, error));
  return { flow: readFlow(yaml, text).flow, yaml, problems: presentable(problems, text) };
}

function inspectReadable(
  { text, yaml, errors, stubs }: MendedYaml,
  knowledge: FlowKnowledge,
): Pick<FlowInspection, "flow" | "problems"> {
  const draft = readFlow(yaml, text);
  const checked = draft.complete ? checkFlow(draft, { knowledge, dryRun: true }) : [];
  const found = [...draft.problems, ...checked, ...reportExperimental(draft)];
  const errorsInValues = yaml.problems.filter(isRefused);
  const isWhole = errorsInValues.length === 0 && stubs.length === 0;
  const kept = isWhole ? found : withoutFollowUps(found, { yaml, errors: errorsInValues, stubs });
  const refused = [...errors, ...errorsInValues].map((error) => yamlProblem(yaml, error));
  return { flow: draft.flow, problems: [...refused, ...kept] };
}

/** A date is read by the service's loader; where it stands instead of a text, the field says so. */
function isRefused({ severity, code }: YamlProblem): boolean {
  return severity === "error" && code !== "date";
}

function yamlProblem(yaml: ServiceYaml, { message, hint, range }: YamlProblem): FlowProblem {
  return { rule: "E01", message, hint, at: pathTo(yaml, range.start), range };
}
