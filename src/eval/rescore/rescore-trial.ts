import { noUsage } from "../../model/index.ts";
import { agentCost, type RunEvent, type TrialKey, type TrialRecord } from "../../record/index.ts";
import { decideOutcome } from "../run/decide-outcome.ts";
import { addCosts, costOf, type Prices } from "../run/prices.ts";
import { type Ending, endingOfError } from "../run/trial-ending.ts";
import { TrialRecorder } from "../run/trial-recorder.ts";
import type { CheckPlan } from "./check-plan.ts";
import { type JudgedAgain, judgeStored, type RescoreJury } from "./judge-stored.ts";
import type { StoredTrial } from "./stored-trial.ts";

export interface RescoreTrial extends Omit<RescoreJury, "options"> {
  readonly key: TrialKey;
  readonly stored: StoredTrial;
  /** Undefined where nothing of it is judged. */
  readonly checks: CheckPlan | undefined;
  /** How many trials its case has. */
  readonly trials: number;
  readonly hash: (text: string) => string;
  readonly prices: Prices;
  readonly emit: (event: RunEvent) => void;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly signal: AbortSignal;
}

/**
 * Judges one stored trial again, and emits all of its events, those of the agent as they were recorded.
 *
 * @throws whatever ends the whole run: a refused key, a full disk, a defect, the signal's reason.
 */
export async function rescoreTrial(work: RescoreTrial): Promise<TrialRecord> {
  const { key, stored, checks, jury, prices, emit, signal } = work;
  const { finished } = stored;
  const recorder = new TrialRecorder(key, { id: "" }, emit);
  for (const event of stored.events) emit(event);
  let again: (Partial<JudgedAgain> & { readonly ending?: Ending }) | undefined;
  if (checks !== undefined) {
    const options = { hash: work.hash, signal, onModelCalled: recorder.onJudgeCall };
    try {
      const judged = await judgeStored(stored, checks, { ...work, options });
      const { infraError } = judged;
      again = {
        checks: judged.checks,
        ...(infraError !== undefined && {
          ending: { outcome: "infra_error", reason: infraError } as const,
        }),
      };
    } catch (error) {
      signal.throwIfAborted();
      const ending = endingOfError(error);
      if (ending === undefined) throw error;
      again = { ending };
    }
  }
  const { judgeUsage, judgeUsages } = recorder.facts();
  const costUsd = jury.judges
    .map((judge) => costOf(judgeUsages.get(judge.id) ?? noUsage, judge, prices))
    .reduce(addCosts, 0);
  const judged = { ...verdictOf(finished.record, again), judgeUsage, costUsd };
  const agentCostUsd = agentCost(finished.record);
  const isPlain = agentCostUsd === agentCost(judged);
  const record = isPlain ? judged : { ...judged, agentCostUsd: agentCostUsd ?? null };
  emit({ ...finished, at: work.now(), record });
  return record;
}

/** The record as it was, with what the checks come to now. */
function verdictOf(
  record: TrialRecord,
  again: (Partial<JudgedAgain> & { readonly ending?: Ending }) | undefined,
): TrialRecord {
  if (again === undefined) return record;
  const { outcome: _, reason: __, hint: ___, ...rest } = record;
  const checks = again.checks ?? record.checks.filter(({ judged }) => !judged);
  return { ...rest, ...decideOutcome(again.ending, checks), checks };
}
