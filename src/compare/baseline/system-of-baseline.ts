import type { BaselineFile } from "../../record/index.ts";
import type { ComparedSuite, ComparedSystem, SystemCase } from "../cases/compared-system.ts";

/** What a baseline keeps of a system, to be compared with. */
export function systemOfBaseline(baseline: BaselineFile): ComparedSystem {
  const { run, target, at, labels, suites, judges, cases } = baseline;
  const models = new Map(judges.map(({ judge, models: names }) => [judge, names]));
  return {
    source: "baseline",
    run,
    target,
    at,
    labels,
    // What was not decided is not in it.
    end: "done",
    suites: suites.map((suite) => suiteOf(suite, target)),
    cases: cases.map((each) => caseOf(each, models)),
  };
}

function suiteOf(kept: BaselineFile["suites"][number], target: string): ComparedSuite {
  const { suite, kind, flow, version, agentModel, judgeModel } = kept;
  return {
    suite,
    target: { target, ...(kind !== undefined && { kind }), flow, version },
    agentModel,
    judgeModel,
    // They are demands on results, and here are none to come.
    gates: [],
  };
}

function caseOf(
  kept: BaselineFile["cases"][number],
  models: ReadonlyMap<string, readonly string[]>,
): SystemCase {
  const { suite, case: name, outcome, scores = {}, judges = [] } = kept;
  return {
    suite,
    case: name,
    tags: kept.tags ?? [],
    critical: kept.critical === true,
    passed: outcome === "pass",
    scores: new Map(Object.entries(scores)),
    latencyMs: kept.latencyMs,
    firstTokenMs: kept.firstTokenMs,
    tokens: kept.tokens,
    costUsd: kept.costUsd,
    toolCalls: kept.toolCalls,
    question: kept.question,
    hash: kept.hash,
    terms: kept.terms,
    judges: judges.map((judge) => ({ judge, models: models.get(judge) ?? [] })),
    served: kept.served ?? { agent: [], judge: [] },
    quarantined: false,
  };
}
