import type {
  CaseRecord,
  PlannedCase,
  PlannedSuite,
  RunRecord,
  ServedModels,
  TrialRecord,
} from "../../record/index.ts";
import { comparedOf } from "./compared-of.ts";
import type {
  ComparedJudge,
  ComparedSuite,
  ComparedSystem,
  SystemCase,
} from "./compared-system.ts";

/** The targets of a run, sorted. */
export function targetsOfRun({ started }: Pick<RunRecord, "started">): readonly string[] {
  return [...new Set(started.plan.map(({ target }) => target))].toSorted();
}

/** What one target of a run did, to be compared. */
export function systemOfRun({ started, cases, end }: RunRecord, target: string): ComparedSystem {
  const planned = new Map(started.plan.map((each) => [keyOf(each), each]));
  return {
    source: "run",
    run: started.run,
    target,
    at: started.at,
    labels: started.labels,
    end,
    suites: started.suites
      .flatMap((suite) => suiteOf(suite, target))
      .toSorted((a, b) => (a.suite < b.suite ? -1 : 1)),
    cases: cases
      .filter((each) => each.target === target)
      .map((each) => systemCase(each, planned.get(keyOf(each)))),
  };
}

function suiteOf(
  { suite, targets, agentModel, judgeModel, gates }: PlannedSuite,
  name: string,
): readonly ComparedSuite[] {
  const target = targets.find((each) => each.target === name);
  if (target === undefined) return [];
  const model = target.agentModel ?? agentModel;
  // The target that others are held against decides nothing itself.
  const rules = gates?.against === name ? [] : (gates?.rules ?? []);
  const together = rules.length === 0 ? undefined : gates?.together;
  return [
    { suite, target, agentModel: model, judgeModel, gates: rules, ...(together && { together }) },
  ];
}

function systemCase(record: CaseRecord, planned: PlannedCase | undefined): SystemCase {
  const { trials, quarantine } = record;
  return {
    ...comparedOf(record),
    ...(planned !== undefined &&
      failsUnjudged(trials, planned) && { failsUnjudged: true as const }),
    question: planned?.question,
    hash: planned?.hash ?? "",
    terms: planned && { trials: planned.trials, require: planned.require },
    judges: judgesOf(trials),
    served: servedBy(trials),
    quarantined: quarantine !== undefined,
  };
}

/** Whether too many trials are lost for reasons that no judge has a say in. */
function failsUnjudged(
  trials: readonly TrialRecord[],
  { trials: all, require }: PlannedCase,
): boolean {
  const lost = trials.filter(({ outcome, checks }) => {
    if (outcome === "agent_error") return true;
    return outcome === "fail" && checks.some((check) => !check.judged && check.outcome === "fail");
  });
  return all - lost.length < require;
}

function judgesOf(trials: readonly TrialRecord[]): readonly ComparedJudge[] {
  const judges = new Map<string, ComparedJudge>();
  for (const { judgment } of trials.flatMap(({ checks }) => checks)) {
    if (judgment === undefined || judges.has(judgment.judge)) continue;
    const models = judgment.judges.map(({ model }) => model).toSorted();
    judges.set(judgment.judge, { judge: judgment.judge, models });
  }
  return [...judges.values()].toSorted((a, b) => (a.judge < b.judge ? -1 : 1));
}

function servedBy(trials: readonly TrialRecord[]): ServedModels {
  const names = (role: keyof ServedModels): readonly string[] =>
    [...new Set(trials.flatMap(({ servedModels }) => servedModels?.[role] ?? []))].toSorted();
  return { agent: names("agent"), judge: names("judge") };
}

function keyOf(of: Pick<PlannedCase, "suite" | "case" | "target">): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
