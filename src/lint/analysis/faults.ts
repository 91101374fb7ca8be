import { toPointer } from "../../core/text/pointer.ts";
import type { FlowInspection, FlowProblem, FlowRule, NodePath } from "../../flow/index.ts";

/** What makes it unknown, outside of routers, which components there are and which way leads where. */
const ofGraph: ReadonlySet<FlowRule> = new Set<FlowRule>([
  "E15",
  "E50",
  "E51",
  "E52",
  "E53",
  "E54",
  "E88",
  "E89",
  "E90",
  "E91",
  "E111",
  "E112",
]);

/** Nobody's flow has as many components; the ways between them would take long to look at. */
const maxComponents = 1000;

type Inspected = Pick<FlowInspection, "flow" | "problems">;

/** Whether the components of a flow and the ways between them are known. */
export function hasSoundGraph({ flow, problems }: Inspected): boolean {
  if (flow.components.length > maxComponents) return false;
  return !problems.some(({ rule, at }) => ofGraph.has(rule) || at[0] === "routers");
}

/** Whether the service has no complaint about a part of the file, nor about anything in it. */
export function isSound({ problems }: Pick<Inspected, "problems">, path: NodePath): boolean {
  return problems.length === 0 || !partsWith(problems).has(toPointer(path));
}

const known = new WeakMap<readonly FlowProblem[], ReadonlySet<string>>();

/** The parts of the file in which there are problems. */
function partsWith(problems: readonly FlowProblem[]): ReadonlySet<string> {
  const parts = known.get(problems) ?? new Set(problems.flatMap(({ at }) => partsAround(at)));
  known.set(problems, parts);
  return parts;
}

function partsAround(path: NodePath): readonly string[] {
  return [path, ...path.map((_, index) => path.slice(0, index))].map(toPointer);
}
