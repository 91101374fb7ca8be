import {
  type BaselineFile,
  type CaseRecord,
  isDecidedAgainst,
  type RunRecord,
} from "../../record/index.ts";
import type { ComparedSystem, SystemCase } from "../cases/compared-system.ts";
import { systemOfRun } from "../cases/system-of-run.ts";

type KeptCase = BaselineFile["cases"][number];

/** What a run says of one target, as a baseline would keep it. */
export interface RunBaseline {
  /** Only cases that are decided, and that decide. */
  readonly kept: BaselineFile;
  /** Names (`suite/case`) of the others: suite, judge or provider failed, or trials are missing. */
  readonly undecided: readonly string[];
  /** Those in quarantine. */
  readonly quarantined: readonly string[];
}

/** Puts what a target came to into the form of a baseline; `suites` are those that are meant. */
export function baselineOfRun(
  record: RunRecord,
  target: string,
  suites: ReadonlySet<string>,
): RunBaseline {
  const isMeant = ({ suite }: { readonly suite: string }): boolean => suites.has(suite);
  const own = record.cases.filter((each) => each.target === target && isMeant(each));
  const system = systemOfRun({ ...record, cases: own }, target);
  const names: { readonly undecided: string[]; readonly quarantined: string[] } = {
    undecided: [],
    quarantined: [],
  };
  const cases = own.flatMap((each, index): readonly KeptCase[] => {
    const compared = system.cases[index];
    const outcome = keptOutcome(each);
    if (compared === undefined) return [];
    if (compared.quarantined) names.quarantined.push(`${each.suite}/${each.case}`);
    else if (outcome === undefined) names.undecided.push(`${each.suite}/${each.case}`);
    else return [keptCase(compared, each, outcome)];
    return [];
  });
  return { kept: frameOf({ ...system, suites: system.suites.filter(isMeant) }, cases), ...names };
}

function frameOf(
  { run, at, target, labels, suites, cases }: ComparedSystem,
  kept: readonly KeptCase[],
): BaselineFile {
  const judges = new Map(cases.flatMap((each) => each.judges).map((each) => [each.judge, each]));
  const named = new Set(kept.flatMap((each) => each.judges ?? []));
  return {
    schemaVersion: 1,
    run,
    at,
    target,
    labels: labels.toSorted(),
    suites: suites.map(({ suite, target: { kind, flow, version }, agentModel, judgeModel }) => ({
      suite,
      ...(kind !== undefined && { kind }),
      flow,
      version,
      agentModel,
      judgeModel,
    })),
    judges: [...judges.values()]
      .filter(({ judge }) => named.has(judge))
      .toSorted((a, b) => (a.judge < b.judge ? -1 : 1))
      .map(({ judge, models }) => ({ judge, models: [...models] })),
    cases: kept.toSorted(byName),
  };
}

/** In suite, case order. */
export function byName(
  a: Pick<KeptCase, "suite" | "case">,
  b: Pick<KeptCase, "suite" | "case">,
): number {
  if (a.suite !== b.suite) return a.suite < b.suite ? -1 : 1;
  if (a.case === b.case) return 0;
  return a.case < b.case ? -1 : 1;
}

function keptOutcome({ outcome }: CaseRecord): KeptCase["outcome"] | undefined {
  return outcome === "pass" || outcome === "fail" || outcome === "agent_error"
    ? outcome
    : undefined;
}

function keptCase(
  compared: SystemCase,
  { trials }: CaseRecord,
  outcome: KeptCase["outcome"],
): KeptCase {
  const { suite, case: name, terms, critical, tags, scores, judges, served } = compared;
  const passed = trials.filter((trial) => trial.outcome === "pass").length;
  const lost = trials.filter((trial) => isDecidedAgainst(trial.outcome)).length;
  const grades = [...scores].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    suite,
    case: name,
    outcome,
    trials: { passed, of: passed + lost },
    ...(terms !== undefined && { terms: { trials: terms.trials, require: terms.require } }),
    ...(critical && { critical }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(grades.length > 0 && {
      scores: Object.fromEntries(grades.map(([rubric, grade]) => [rubric, rounded(grade)])),
    }),
    ...numbersOf(compared),
    ...(compared.question !== undefined && { question: compared.question }),
    hash: compared.hash,
    ...(judges.length > 0 && { judges: judges.map(({ judge }) => judge) }),
    ...(served.agent.length + served.judge.length > 0 && {
      served: { agent: [...served.agent], judge: [...served.judge] },
    }),
  };
}

function numbersOf({
  latencyMs,
  firstTokenMs,
  tokens,
  costUsd,
  toolCalls,
}: SystemCase): Pick<KeptCase, "latencyMs" | "firstTokenMs" | "tokens" | "costUsd" | "toolCalls"> {
  return {
    ...(latencyMs !== undefined && { latencyMs: rounded(latencyMs) }),
    ...(firstTokenMs !== undefined && { firstTokenMs: rounded(firstTokenMs) }),
    ...(tokens !== undefined && { tokens: rounded(tokens) }),
    ...(costUsd !== undefined && { costUsd: rounded(costUsd) }),
    ...(toolCalls !== undefined && { toolCalls: rounded(toolCalls) }),
  };
}

/** What differs in the last digits only is the same. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
