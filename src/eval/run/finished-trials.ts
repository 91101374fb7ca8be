import type {
  CaseRecord,
  Outcome,
  PlannedCase,
  RepeatedTrial,
  RunRecord,
  TrialKey,
  TrialRecord,
} from "../../record/index.ts";

/** What of a run need not be done again, and what has to be. */
export interface FinishedTrials {
  /** What a trial came to; undefined where it is to be run. */
  outcomeOf(key: TrialKey): Outcome | undefined;
  /** Finished, but run again. */
  readonly repeated: readonly RepeatedTrial[];
  /** Finished trials of cases that are not planned any more. */
  readonly leftOut: number;
  /** What to tell: cases that changed, are new, or are gone; trials that are run again. */
  readonly notices: readonly string[];
}

type CaseKey = Omit<TrialKey, "trial">;

/**
 * Holds what a run has finished against a plan of it. A finished trial is paid for and kept, unless its case
 * is not what it was, or the provider or the network had failed: that says nothing about the agent.
 */
export function finishedTrials(
  { started, cases }: RunRecord,
  planned: readonly PlannedCase[],
): FinishedTrials {
  const before = new Map(started.plan.map((each) => [nameOf(each), each.hash]));
  const now = new Map(planned.map((each) => [nameOf(each), each.hash]));
  const done = new Map<string, Outcome>();
  const repeated: RepeatedTrial[] = [];
  for (const record of cases) {
    const { suite, case: id, target } = record;
    const hash = now.get(nameOf(record));
    if (hash === undefined) continue;
    const isChanged = hash !== before.get(nameOf(record));
    for (const { trial, outcome } of trialsOf(record)) {
      const key = { suite, case: id, target, trial };
      if (isChanged) repeated.push({ ...key, why: "changed" });
      else if (outcome === "infra_error") repeated.push({ ...key, why: "infra_error" });
      else done.set(nameOf(key), outcome);
    }
  }
  const gone = cases.filter((each) => !now.has(nameOf(each)));
  return {
    leftOut: gone.reduce((sum, each) => sum + trialsOf(each).length, 0),
    outcomeOf: ({ suite, case: id, target, trial }) =>
      done.get(nameOf({ suite, case: id, target, trial })),
    repeated,
    notices: [
      ...planned.flatMap((each) => changeNotice(each, before.get(nameOf(each)))),
      ...gone.map(goneNotice),
      ...retryNotice(repeated),
    ],
  };
}

/** All that were run, also those that came too late to count. */
function trialsOf({ trials, surplus = [] }: CaseRecord): readonly TrialRecord[] {
  return [...trials, ...surplus];
}

function changeNotice(planned: PlannedCase, hash: string | undefined): readonly string[] {
  if (hash === planned.hash) return [];
  return hash === undefined
    ? [`${shownName(planned)} is new: it is run`]
    : [`${shownName(planned)} is run again: its case, suite, flow or models changed`];
}

function goneNotice(record: CaseKey): string {
  return `${shownName(record)} is left out: it is not there any more`;
}

function retryNotice(repeated: readonly RepeatedTrial[]): readonly string[] {
  const retried = repeated.filter(({ why }) => why === "infra_error").length;
  if (retried === 0) return [];
  const what = retried === 1 ? "1 trial that ended" : `${retried} trials that ended`;
  return [`${what} in infra_error ${retried === 1 ? "is" : "are"} run again`];
}

function shownName({ suite, case: id, target }: CaseKey): string {
  return `${suite} › ${id}${target === "default" ? "" : ` (${target})`}`;
}

/** Of a case, or of a trial. */
function nameOf({ suite, case: id, target, trial }: CaseKey & { readonly trial?: number }): string {
  return JSON.stringify([suite, id, target, trial ?? null]);
}
