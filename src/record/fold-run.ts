import { AppError } from "../core/errors/app-error.ts";
import type { RunStarted } from "./events/index.ts";
import type { RunEvent } from "./run-event.ts";
import type { CaseRecord, RunRecord } from "./run-record.ts";
import { settleCase } from "./settle-case.ts";
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
  const trials = new Map<string, TrialRecord[]>();
  return {
    add(event) {
      if (event.type === "run_started") {
        started = event;
        end = "unfinished";
      } else if (event.type === "run_finished") end = event.reason;
      else if (event.type === "trial_finished") addTrial(trials, caseKey(event), event.record);
    },
    record() {
      if (started === undefined) {
        throw new AppError("RECORD_NO_START", "the journal does not say how the run started", {
          hint: "Its first line must be a run_started event; the file may have been cut at the front.",
        });
      }
      return { started, end, cases: casesOf(started, trials) };
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
  { plan }: RunStarted,
  trials: ReadonlyMap<string, readonly TrialRecord[]>,
): CaseRecord[] {
  return plan.map((planned) => {
    const finished = (trials.get(caseKey(planned)) ?? []).toSorted((a, b) => a.trial - b.trial);
    return {
      suite: planned.suite,
      case: planned.case,
      target: planned.target,
      tags: planned.tags,
      critical: planned.critical,
      require: planned.require,
      outcome: settleCase(finished, planned),
      trials: finished,
    };
  });
}

function addTrial(trials: Map<string, TrialRecord[]>, key: string, record: TrialRecord): void {
  const known = trials.get(key);
  if (known === undefined) trials.set(key, [record]);
  else if (known.every(({ trial }) => trial !== record.trial)) known.push(record);
}

function caseKey(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
