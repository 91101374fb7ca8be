import type {
  PlannedBaseline,
  PlannedGate,
  PlannedGates,
  PlannedSuite,
} from "../../record/index.ts";
import type { Suite } from "../suite/suite.ts";
import type { Target } from "../target/target.ts";
import type { CasePlan } from "./run-plan.ts";

/** The gates of a suite with those that a command line adds, which override its own; undefined without any. */
export function gatesOf(
  { gates }: Pick<Suite, "gates">,
  added: readonly PlannedGate[] = [],
): PlannedGates | undefined {
  if (added.length === 0) return gates;
  const rules = new Map<string, PlannedGate>();
  for (const each of [...(gates?.rules ?? []), ...added]) {
    rules.set(`${each.metric}.${each.rule}`, each);
  }
  return { ...gates, rules: [...rules.values()] };
}

/** Whether gates cannot be judged without a baseline. */
export function needsBaseline(gates: PlannedGates | undefined): boolean {
  if (gates === undefined || gates.against !== undefined) return false;
  return gates.rules.some(({ rule }) => rule !== "at_least");
}

/** Whether the gate of a run has failed as soon as the agent has lost a case of it. */
export function failsGate(
  { critical, isQuarantined }: { readonly critical: boolean; readonly isQuarantined: boolean },
  { name }: Pick<Target, "name">,
  gates: PlannedGates | undefined,
): boolean {
  if (isQuarantined) return false;
  return gates === undefined || (critical && name !== gates.against);
}

/** What a planned suite demands, with the part of a baseline that its cases are held against. */
export function gatesPart(
  suite: Suite,
  cases: readonly CasePlan[],
  {
    added,
    baselines,
  }: {
    readonly added: readonly PlannedGate[] | undefined;
    readonly baselines: ReadonlyMap<string, PlannedBaseline> | undefined;
  },
): Pick<PlannedSuite, "gates" | "baseline"> {
  const gates = gatesOf(suite, added);
  if (gates === undefined) return {};
  const baseline = needsBaseline(gates) ? baselines?.get(suite.id) : undefined;
  if (baseline === undefined) return { gates };
  const ids = new Set(cases.map(({ planned }) => planned.case));
  return { gates, baseline: { ...baseline, kept: partOf(baseline.kept, suite.id, ids) } };
}

/** Only what the run can be held against: the journal has it once more. */
function partOf(
  { judges, suites, cases, ...kept }: PlannedBaseline["kept"],
  suite: string,
  ids: ReadonlySet<string>,
): PlannedBaseline["kept"] {
  const own = cases.filter((each) => each.suite === suite && ids.has(each.case));
  const named = new Set(own.flatMap((each) => each.judges ?? []));
  return {
    ...kept,
    suites: suites.filter((each) => each.suite === suite),
    judges: judges.filter(({ judge }) => named.has(judge)),
    cases: own,
  };
}
