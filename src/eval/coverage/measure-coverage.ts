import { type Flow, flowGraph, flowVisits } from "../../flow/index.ts";
import type { CoveredParts, FlowCoverage, RunRecord, TrialRecord } from "../../record/index.ts";
import type { RunPlan } from "../run/run-plan.ts";
import type { FlowTarget } from "../target/flow/flow-target.ts";
import { targetTools } from "../validate/analysis/target-tools.ts";

/** A version of a flow with what it was tested by. */
interface TestedFlow {
  readonly target: FlowTarget;
  readonly tools: Set<string>;
  readonly trials: TrialRecord[];
}

/** What the finished trials of a run went through, by flow and version, in their order. */
export function measureCoverage(
  { cases }: Pick<RunPlan, "cases">,
  record: RunRecord,
): readonly FlowCoverage[] {
  const trials = new Map(record.cases.map((each) => [keyOf(each), each.trials]));
  const tested = new Map<string, TestedFlow>();
  for (const { planned, target } of cases) {
    if (target.kind !== "flow") continue;
    const key = JSON.stringify([target.reference, target.version, target.source]);
    const known = tested.get(key) ?? { target, tools: new Set(), trials: [] };
    tested.set(key, known);
    for (const tool of targetTools(target)) known.tools.add(tool);
    known.trials.push(...(trials.get(keyOf(planned)) ?? []));
  }
  return [...tested.values()].map(coverageOf).toSorted(byFlow);
}

function coverageOf({ target, tools, trials }: TestedFlow): FlowCoverage {
  const { flow, reference, version } = target;
  const visits = flowVisits(
    flow,
    trials.map(({ route }) => route),
  );
  const called = new Set(trials.flatMap(({ calls }) => calls.map(({ tool }) => tool)));
  return {
    flow: reference,
    version,
    components: parts(componentsOf(flow), (name) => visits.components.has(name)),
    routes: parts(waysOf(flow), ([from, to]) => visits.ways.get(from)?.has(to) === true),
    tools: parts([...tools].toSorted(), (tool) => called.has(tool)),
  };
}

/** A chat takes a flow's first component and nothing else of it. */
function componentsOf({ environment, components, entryPoint }: Flow): readonly string[] {
  return environment === "chat-partial" ? [entryPoint] : components.map(({ name }) => name);
}

type Way = readonly [from: string, to: string];

/** Each once, however many values lead there; those that no value ever takes are none. */
function waysOf(flow: Flow): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const { from, to, neverTaken } of flowGraph(flow).edges) {
    if (!neverTaken) ways.set(JSON.stringify([from, to]), [from, to]);
  }
  return [...ways.values()];
}

function parts<T extends string | Way>(
  all: readonly T[],
  isReached: (part: T) => boolean,
): CoveredParts {
  const missing = all.filter((part) => !isReached(part));
  return {
    reached: all.length - missing.length,
    total: all.length,
    missing: missing.map((part) => (typeof part === "string" ? part : part.join(" → "))),
  };
}

function keyOf(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}

function byFlow(a: FlowCoverage, b: FlowCoverage): number {
  return compare(a.flow, b.flow) || compare(a.version, b.version);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
