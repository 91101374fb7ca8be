import type {
  CaseRecord,
  Curtailment,
  PlannedCase,
  RunEvent,
  TrialRecord,
} from "../../record/index.ts";
import { settledRecord } from "../../record/index.ts";

type CaseKey = Pick<CaseRecord, "suite" | "case" | "target">;

/** How far a run has come, counted from its events without keeping them. */
export interface Progress {
  readonly cases: number;
  readonly settled: number;
  readonly failed: number;
  readonly running: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number | null;
}

export interface ProgressCounter {
  /** The case that this event settled, if it did. */
  add(event: RunEvent): CaseRecord | undefined;
  progress(): Progress;
}

export function createProgressCounter(): ProgressCounter {
  const plan = new Map<string, PlannedCase>();
  const trials = new Map<string, TrialRecord[]>();
  const count = { settled: 0, failed: 0, running: 0, inputTokens: 0, outputTokens: 0 };
  /** Cases of which trials may still be under way that change nothing. */
  const over = new Set<string>();
  let costUsd: number | null = 0;
  let curtail: Curtailment | undefined;

  function finish(key: CaseKey, record: TrialRecord): CaseRecord | undefined {
    count.running -= 1;
    for (const usage of [record.usage, record.judgeUsage]) {
      count.inputTokens += usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
      count.outputTokens += usage.outputTokens;
    }
    costUsd = costUsd === null || record.costUsd === null ? null : costUsd + record.costUsd;
    const planned = plan.get(nameOf(key));
    if (planned === undefined || over.has(nameOf(key))) return undefined;
    const done = trials.get(nameOf(key)) ?? [];
    done.push(record);
    trials.set(nameOf(key), done);
    const settled = settledRecord(done, planned, curtail);
    const isOver = done.length >= planned.trials || settled.curtailed !== undefined;
    if (!isOver) return undefined;
    over.add(nameOf(key));
    trials.delete(nameOf(key));
    count.settled += 1;
    if (settled.outcome !== "pass") count.failed += 1;
    return { ...planned, ...settled };
  }

  return {
    add(event) {
      if (event.type === "run_started") {
        curtail = event.curtail;
        for (const each of event.plan) plan.set(nameOf(each), each);
      } else if (event.type === "trial_started") count.running += 1;
      else if (event.type === "trial_finished") return finish(event, event.record);
      return undefined;
    },
    progress: () => ({ ...count, costUsd, cases: plan.size }),
  };
}

function nameOf({ suite, case: id, target }: CaseKey): string {
  return JSON.stringify([suite, id, target]);
}
