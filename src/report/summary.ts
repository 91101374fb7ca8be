import { wilsonInterval } from "../compare/index.ts";
import { groupBy } from "../core/group-by.ts";
import { jsonDocument } from "../core/text/json-document.ts";
import {
  type CaseRecord,
  countOutcomes,
  type Counts,
  exitCodeOf,
  type FlowCoverage,
  type Gate,
  gateOf,
  type OfferedTools,
  type Outcome,
  type RunLabel,
  type RunRecord,
  type RunSelection,
  type TrialRecord,
} from "../record/index.ts";

/** A share of cases with Wilson's 95 % interval. */
export interface PassRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface SummaryGroup {
  readonly suite: string;
  readonly target: string;
  readonly counts: Counts;
  /** Absent while no case of the group is decided. */
  readonly passRate?: PassRate;
}

export interface SummaryUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

export type SummaryTrial = Omit<TrialRecord, "judgeUsage">;

export interface SummaryCase {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  /** `null` when trials are missing, because the run was stopped. */
  readonly outcome: Outcome | null;
  readonly tags: readonly string[];
  readonly trials: readonly SummaryTrial[];
}

/** `summary.json`, and what `eval run --format json` prints. */
export interface Summary {
  readonly schemaVersion: 1;
  readonly run: string;
  readonly labels: readonly RunLabel[];
  /** How tools were described to the models. */
  readonly offeredTools?: OfferedTools;
  /** Where only a part of the cases was run: which. */
  readonly selection?: RunSelection;
  readonly gate: Gate;
  readonly exitCode: number;
  readonly counts: Counts;
  /** Over cases that pass, fail or end in `agent_error`; absent with several targets or without such cases. */
  readonly passRate?: PassRate;
  readonly groups: readonly SummaryGroup[];
  readonly cases: readonly SummaryCase[];
  /** Agent and judge together. */
  readonly usage: SummaryUsage;
  /** `null` as soon as the price of one model is not known. */
  readonly costUsd: number | null;
  /** With `--coverage`: what the trials went through in each flow. */
  readonly coverage?: readonly FlowCoverage[];
}

/** Everything a machine may want to know of a run, in one document. */
export function summaryOf(record: RunRecord): Summary {
  return { ...summaryFrame(record), cases: record.cases.map(summaryCase) };
}

/** The same without the cases, which make all of its size. */
function summaryFrame(record: RunRecord): Summary {
  const { cases, started } = record;
  const targets = new Set(cases.map(({ target }) => target));
  const trials = cases.flatMap((each) => each.trials);
  return {
    schemaVersion: 1,
    run: started.run,
    labels: started.labels,
    ...(started.offeredTools !== undefined && { offeredTools: started.offeredTools }),
    ...(started.selection !== undefined && { selection: started.selection }),
    gate: gateOf(cases),
    exitCode: exitCodeOf(record),
    counts: countOutcomes(cases),
    ...(targets.size > 1 ? {} : passRateOf(cases)),
    groups: groupsOf(cases),
    cases: [],
    usage: sumUsage(trials.flatMap(({ usage, judgeUsage }) => [usage, judgeUsage])),
    costUsd: sumCost(trials),
    ...(record.coverage !== undefined && { coverage: record.coverage }),
  };
}

/**
 * The document of {@link summaryOf} piece by piece: as one text, that of a large run would take several
 * times its size of memory.
 *
 * @yields pieces that are the document, put together
 */
export function* summaryParts(record: RunRecord): Generator<string, void> {
  const frame = jsonDocument(summaryFrame(record));
  // Two spaces: nothing else stands so far to the left under this name.
  const opening = '\n  "cases": [';
  const at = frame.indexOf(opening) + opening.length;
  yield frame.slice(0, at);
  for (const [index, each] of record.cases.entries()) {
    const text = jsonDocument(summaryCase(each)).trimEnd().replaceAll("\n", "\n    ");
    yield `${index === 0 ? "" : ","}\n    ${text}`;
  }
  yield (record.cases.length === 0 ? "" : "\n  ") + frame.slice(at);
}

export function passRateOf(cases: readonly CaseRecord[]): { readonly passRate?: PassRate } {
  const { pass, fail, agent_error: agentError } = countOutcomes(cases);
  const total = pass + fail + agentError;
  const interval = wilsonInterval(pass, total);
  return interval === undefined ? {} : { passRate: { value: pass / total, ...interval } };
}

export function groupsOf(cases: readonly CaseRecord[]): SummaryGroup[] {
  const groups = groupBy(cases, ({ suite, target }) => JSON.stringify([suite, target]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { suite, target } = first;
    return [{ suite, target, counts: countOutcomes(group), ...passRateOf(group) }];
  });
}

export function sumUsage(usages: readonly SummaryUsage[]): SummaryUsage {
  const total = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
  for (const usage of usages) {
    total.inputTokens += usage.inputTokens;
    total.outputTokens += usage.outputTokens;
    total.cacheReadTokens += usage.cacheReadTokens;
    total.cacheWriteTokens += usage.cacheWriteTokens;
  }
  return total;
}

export function sumCost(trials: readonly Pick<TrialRecord, "costUsd">[]): number | null {
  let total = 0;
  for (const { costUsd } of trials) {
    if (costUsd === null) return null;
    total += costUsd;
  }
  return total;
}

function summaryCase(record: CaseRecord): SummaryCase {
  return {
    suite: record.suite,
    case: record.case,
    target: record.target,
    outcome: record.outcome ?? null,
    tags: record.tags,
    trials: record.trials.map(summaryTrial),
  };
}

function summaryTrial({ judgeUsage, ...trial }: TrialRecord): SummaryTrial {
  return { ...trial, usage: sumUsage([trial.usage, judgeUsage]) };
}
