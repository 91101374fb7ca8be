import {
  type JudgeVariance,
  judgeVariance,
  type PanelAgreement,
  panelAgreements,
  wilsonInterval,
} from "../compare/index.ts";
import { groupBy } from "../core/group-by.ts";
import { jsonDocument } from "../core/text/json-document.ts";
import {
  type CaseHistory,
  type CaseRecord,
  countOutcomes,
  type Counts,
  decidingCases,
  type FlowCoverage,
  type LimitHit,
  type OfferedTools,
  type Outcome,
  type PlannedJudge,
  type Quarantine,
  quarantinedCases,
  type RunLabel,
  type RunRecord,
  type RunSelection,
  type TrialRecord,
  wholeTrial,
} from "../record/index.ts";
import { missingReason } from "./end-text.ts";
import { type JudgedPart, judgedPart } from "./gates/judged-part.ts";
import { judgeWarnings } from "./judge-notes.ts";
import type { PassRate } from "./pass-rate.ts";
import { type Reliability, reliabilityOf } from "./reliability.ts";
import { type Spending, spendingOf } from "./spending.ts";
import { type SummaryUsage, sumUsage } from "./sums.ts";

export interface SummaryGroup {
  readonly suite: string;
  readonly target: string;
  readonly counts: Counts;
  /** Absent while no case of the group is decided. */
  readonly passRate?: PassRate;
  /** For each k; absent where no case of the group has several trials. */
  readonly reliability?: readonly Reliability[];
  /** Cases in quarantine, which are in no other number. */
  readonly quarantined?: Counts;
}

export type SummaryTrial = Omit<TrialRecord, "judgeUsage">;

export interface SummaryCase {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  /** `null` when trials are missing, because the run was stopped. */
  readonly outcome: Outcome | null;
  /** Why trials are missing, where the outcome is `null`. */
  readonly notRun?: string;
  readonly tags: readonly string[];
  /** Only where a break of it fails the gate by itself. */
  readonly critical?: true;
  /** Only where it is in quarantine: it decides nothing. */
  readonly quarantined?: true;
  readonly quarantine?: Quarantine;
  /** What earlier runs made of it; absent where no history is kept. */
  readonly history?: CaseHistory;
  /** Planned trials that do not count, as the case was settled without them. */
  readonly curtailed?: number;
  readonly trials: readonly SummaryTrial[];
}

/** `summary.json`, and what `eval run --format json` prints. */
export interface Summary extends JudgedPart, Spending {
  readonly schemaVersion: 1;
  readonly run: string;
  readonly labels: readonly RunLabel[];
  /** Where transcripts of another run were judged again: which run. */
  readonly rescoredFrom?: string;
  /** How good the live judges are, as far as people have looked. */
  readonly judges?: readonly PlannedJudge[];
  /** Why verdicts deserve less trust than they seem to; absent without any. */
  readonly warnings?: readonly string[];
  /** How tools were described to the models. */
  readonly offeredTools?: OfferedTools;
  /** Where only a part of the cases was run: which. */
  readonly selection?: RunSelection;
  /** The limit that stopped the run, in US dollars, milliseconds or trials. */
  readonly limit?: LimitHit;
  /** Of the cases that decide. */
  readonly counts: Counts;
  /** Of the cases in quarantine; absent without any. */
  readonly quarantined?: Counts;
  /** Over cases that pass, fail or end in `agent_error`; absent with several targets or without such cases. */
  readonly passRate?: PassRate;
  /** For each k; absent with several targets, or where no case has several trials. */
  readonly reliability?: readonly Reliability[];
  readonly groups: readonly SummaryGroup[];
  readonly cases: readonly SummaryCase[];
  /** Agent and judge together. */
  readonly usage: SummaryUsage;
  /** With `--coverage`: what the trials went through in each flow. */
  readonly coverage?: readonly FlowCoverage[];
  /** Where the same was judged several times: what verdicts vary by. */
  readonly judgeVariance?: JudgeVariance;
  /** Where several models judged: how far they agree. */
  readonly panels?: readonly PanelAgreement[];
}

/** Everything a machine may want to know of a run, in one document. */
export function summaryOf(record: RunRecord): Summary {
  const notRun = missingReason(record);
  const cases = record.cases.map((each) => summaryCase(each, notRun));
  return { ...summaryFrame(record), cases };
}

/** The same without the cases, which make all of its size. */
function summaryFrame(record: RunRecord): Summary {
  const { cases, started } = record;
  const targets = new Set(cases.map(({ target }) => target));
  const trials = cases.flatMap((each) => each.trials);
  const warnings = judgeWarnings(started);
  const variance = judgeVariance(record);
  const panels = panelAgreements(record);
  return {
    schemaVersion: 1,
    run: started.run,
    labels: started.labels,
    ...(started.rescoredFrom !== undefined && { rescoredFrom: started.rescoredFrom }),
    ...(started.judges !== undefined && { judges: started.judges }),
    ...(warnings.length > 0 && { warnings }),
    ...(started.offeredTools !== undefined && { offeredTools: started.offeredTools }),
    ...(started.selection !== undefined && { selection: started.selection }),
    ...judgedPart(record),
    ...(record.limit !== undefined && { limit: record.limit }),
    counts: countOutcomes(decidingCases(cases)),
    ...quarantinedOf(cases),
    ...(targets.size > 1 ? {} : { ...passRateOf(cases), ...reliabilityPart(cases) }),
    groups: groupsOf(cases),
    cases: [],
    usage: sumUsage(trials.flatMap(({ usage, judgeUsage }) => [usage, judgeUsage])),
    ...spendingOf(cases),
    ...(record.coverage !== undefined && { coverage: record.coverage }),
    ...(variance !== undefined && { judgeVariance: variance }),
    ...(panels.length > 0 && { panels }),
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
  const notRun = missingReason(record);
  for (const [index, each] of record.cases.entries()) {
    yield `${index === 0 ? "" : ","}\n    `;
    yield* caseParts(each, notRun);
  }
  yield (record.cases.length === 0 ? "" : "\n  ") + frame.slice(at);
}

/**
 * Also of one case the trials may be too many to be one text.
 *
 * @yields pieces of which none has more than one trial
 */
function* caseParts(record: CaseRecord, notRun: string | undefined): Generator<string, void> {
  const frame = indented(summaryCase({ ...record, trials: [] }, notRun), "    ");
  if (record.trials.length === 0) {
    yield frame;
    return;
  }
  // They come last.
  const end = "]\n    }";
  yield frame.slice(0, -end.length);
  for (const [index, trial] of record.trials.entries()) {
    yield `${index === 0 ? "" : ","}\n        ${indented(summaryTrial(trial), "        ")}`;
  }
  yield `\n      ${end}`;
}

function indented(value: object, margin: string): string {
  return jsonDocument(value).trimEnd().replaceAll("\n", `\n${margin}`);
}

/** Over the cases that decide. */
export function passRateOf(cases: readonly CaseRecord[]): { readonly passRate?: PassRate } {
  const { pass, fail, agent_error: agentError } = countOutcomes(decidingCases(cases));
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
    const counts = countOutcomes(decidingCases(group));
    const parts = { ...passRateOf(group), ...reliabilityPart(group), ...quarantinedOf(group) };
    return [{ suite, target, counts, ...parts }];
  });
}

function quarantinedOf(cases: readonly CaseRecord[]): { readonly quarantined?: Counts } {
  const apart = quarantinedCases(cases);
  return apart.length === 0 ? {} : { quarantined: countOutcomes(apart) };
}

function reliabilityPart(cases: readonly CaseRecord[]): {
  readonly reliability?: readonly Reliability[];
} {
  const reliability = reliabilityOf(decidingCases(cases));
  return reliability.length === 0 ? {} : { reliability };
}

function summaryCase(record: CaseRecord, notRun: string | undefined): SummaryCase {
  return {
    suite: record.suite,
    case: record.case,
    target: record.target,
    outcome: record.outcome ?? null,
    ...(record.outcome === undefined && notRun !== undefined && { notRun }),
    tags: record.tags,
    ...(record.critical && { critical: true }),
    ...(record.quarantine !== undefined && {
      quarantined: true,
      quarantine: record.quarantine,
    }),
    ...(record.history !== undefined && { history: record.history }),
    ...(record.curtailed !== undefined && { curtailed: record.curtailed }),
    trials: record.trials.map(summaryTrial),
  };
}

function summaryTrial(record: TrialRecord): SummaryTrial {
  const { judgeUsage, ...trial } = wholeTrial(record);
  return { ...trial, usage: sumUsage([trial.usage, judgeUsage]) };
}
