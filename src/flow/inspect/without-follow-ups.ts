import type { ServiceYaml, YamlProblem } from "../../yaml/index.ts";
import type { NodePath } from "../model/located.ts";
import type { FlowRule } from "../problem/flow-rule.ts";
import type { FlowProblem } from "../problem/index.ts";
import { partOn, pathTo } from "./damage.ts";
import type { Stub } from "./stub-out.ts";

/** What is asked of a section that may have been written and could not be read. */
const ofLostSections: ReadonlySet<FlowRule> = new Set<FlowRule>(["E03", "E04", "E10", "E82"]);

/** What is compared within a component, or with a prompt or a schema, of which a part could not be read. */
const ofLostParts: ReadonlySet<FlowRule> = new Set<FlowRule>([
  "E73",
  "E74",
  "E75",
  "E80",
  "E81",
  "E86",
  "E87",
]);

/** What could not be read of a file. */
export interface Losses {
  readonly yaml: ServiceYaml;
  /** Mistakes in single values. */
  readonly errors: readonly YamlProblem[];
  readonly stubs: readonly Stub[];
}

/** Leaves out what is wrong only because the YAML is: one mistake, one message. */
export function withoutFollowUps(
  problems: readonly FlowProblem[],
  { yaml, errors, stubs }: Losses,
): readonly FlowProblem[] {
  const parts = stubs.flatMap(({ lines }) => lines.map((line) => partOn(yaml, line)));
  const values = errors.map(({ range }) => pathTo(yaml, range.start));
  // The other fields of an input say nothing without the one that is lost.
  const inputs = values.filter((value) => value.length > 4).map((value) => value.slice(0, -1));
  const lost = [...parts, ...values, ...inputs];
  const isSectionLost = stubs.some(({ holdsSection }) => holdsSection);
  return problems.filter(({ rule, at }) => {
    if (isSectionLost && ofLostSections.has(rule)) return false;
    if (ofLostParts.has(rule) && lost.some((path) => isRelated(at, path))) return false;
    // Around a lost value something may seem to be missing.
    if (values.some((value) => isInside(value, at) && at.length > 0)) return false;
    return !lost.some((path) => path.length > 0 && isInside(at, path));
  });
}

/** Whether a loss is in the same component, or in a section that components refer to. */
function isRelated(at: NodePath, [section, index]: NodePath): boolean {
  if (section !== "components") return section !== "routers" && section !== "flow";
  return at[0] === section && at[1] === index;
}

function isInside(path: NodePath, part: NodePath): boolean {
  return path.length >= part.length && part.every((segment, index) => path[index] === segment);
}
