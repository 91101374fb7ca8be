import { AppError } from "../core/errors/app-error.ts";
import type { PlannedCase, RepeatedTrial, RunFinished, RunStarted } from "./events/index.ts";
import { resumedStart } from "./resumed-start.ts";
import type { RunEvent } from "./run-event.ts";
import type { CaseRecord, RunRecord } from "./run-record.ts";
import { withSeenLabels } from "./seen-labels.ts";
import { settledRecord } from "./settled-record.ts";
import type { TrialRecord } from "./trial-record.ts";

/** Collects the events of a run one by one; holds one record per finished trial and nothing else. */
export interface RunFold {
  add(event: RunEvent): void;
  /** The run as far as it has come. */
  record(): RunRecord;
}

export function createRunFold(): RunFold {
  let started: RunStarted | undefined;
  let end: RunRecord["end"] = "unfinished";
  let finished: RunFinished | undefined;
  const trials = new Map<string, TrialRecord[]>();
  return {
    add(event) {
      if (event.type === "run_started") {
        started = event;
        end = "unfinished";
        finished = undefined;
      } else if (event.type === "run_resumed") {
        if (started !== undefined) started = resumedStart(started, event);
        for (const repeated of event.repeated) forget(trials, repeated);
        end = "unfinished";
        finished = undefined;
      } else if (event.type === "run_finished") {
        end = event.reason;
        finished = event;
      } else if (event.type === "trial_finished") addTrial(trials, caseKey(event), event.record);
    },
    record() {
      if (started === undefined) {
        throw new AppError("RECORD_NO_START", "the journal does not say how the run started", {
          hint: "Its first line must be a run_started event; the file may have been cut at the front.",
        });
      }
      const cases = casesOf(started, trials);
      const { limit, gateFailed } = finished ?? {};
      return {
        started: withSeenLabels(started, cases),
        end,
        ...(limit !== undefined && { limit }),
        ...(gateFailed !== undefined && { gateFailed }),
        cases,
      };
    },
  };
}

/** A whole journal, folded. */
export function foldRun(events: Iterable<RunEvent>): RunRecord {
  const fold = createRunFold();
  for (const event of events) fold.add(event);
  return fold.record();
}

function casesOf(
  { plan, curtail, rescoredFrom, suites }: RunStarted,
  trials: ReadonlyMap<string, readonly TrialRecord[]>,
): CaseRecord[] {
  const references = new Map(suites.map(({ suite, gates }) => [suite, gates?.against]));
  return plan.map((planned) => {
    const finished = plannedTrials(planned, trials);
    const missing = rescoredFrom === undefined ? 0 : planned.trials - finished.length;
    return {
      suite: planned.suite,
      case: planned.case,
      target: planned.target,
      tags: planned.tags,
      critical: planned.critical,
      require: planned.require,
      ...(planned.quarantine !== undefined && { quarantine: planned.quarantine }),
      ...(references.get(planned.suite) === planned.target && { reference: true }),
      ...settledRecord(finished, planned, curtail),
      ...(missing > 0 && { missing }),
    };
  });
}

/** Those that are planned: a run that goes on may want fewer than it had. */
function plannedTrials(
  planned: PlannedCase,
  trials: ReadonlyMap<string, readonly TrialRecord[]>,
): readonly TrialRecord[] {
  const finished = trials.get(caseKey(planned)) ?? [];
  return finished.filter(({ trial }) => trial < planned.trials);
}

function addTrial(trials: Map<string, TrialRecord[]>, key: string, record: TrialRecord): void {
  const known = trials.get(key);
  if (known === undefined) trials.set(key, [record]);
  else if (known.every(({ trial }) => trial !== record.trial)) known.push(record);
}

function forget(trials: Map<string, TrialRecord[]>, repeated: RepeatedTrial): void {
  const key = caseKey(repeated);
  const others = trials.get(key)?.filter(({ trial }) => trial !== repeated.trial);
  if (others !== undefined) trials.set(key, others);
}

function caseKey(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
