import pLimit from "p-limit";
import type { Clock } from "../../core/clock.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { RunEvent, RunFinished, TextKept } from "../../record/index.ts";
import { Breather } from "../run/breather.ts";
import { judgesOf } from "../run/model-choice.ts";
import { clientOf, type ModelClients } from "../run/open-models.ts";
import type { Prices } from "../run/prices.ts";
import { StopSwitch } from "../run/stop-switch.ts";
import type { PlannedRescore, RescoredCase, RescorePlan } from "./rescore-plan.ts";
import { rescoreTrial } from "./rescore-trial.ts";

export interface RescoreWorld {
  readonly clock: Clock;
  /** Every judge of the plan. */
  readonly models: ModelClients;
  readonly prices: Prices;
  readonly emit: (event: RunEvent) => void;
  /** Trials that are judged at the same time. */
  readonly concurrency: number;
  /** How often the same is judged. */
  readonly repeat: number;
  /** Long texts of the run, which its requests refer to. */
  readonly texts: readonly TextKept[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Judges every trial of a plan, several at a time, and emits what happens: everything after the
 * `run_started` event, which `rescoredEvent` makes.
 *
 * @throws AppError at once when a model turns out not to exist or its key is refused, and whatever else
 * no trial can survive. The journal then has no last event.
 */
export async function rescore(plan: RescorePlan, world: RescoreWorld): Promise<void> {
  const { clock, emit, signal } = world;
  const all = new StopSwitch();
  const onAbort = (): void => all.stop(signal?.reason);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  for (const text of world.texts) emit(text);
  const failures: unknown[] = [];
  const breather = new Breather(clock);
  const now = (): string => new Date(clock.now()).toISOString();
  let left = 0;
  const judge = async (of: RescoredCase, trial: PlannedRescore): Promise<void> => {
    left += 1;
    await breather.breathe();
    if (all.isStopped) return;
    try {
      await all.run((within) => rescoreTrial({ ...workOf(of, trial, world), now, signal: within }));
      left -= 1;
    } catch (error) {
      // The first failure stops the others, and what they throw then is only its echo.
      if (all.isStopped) return;
      failures.push(error);
      all.stop(error);
    }
  };
  const limit = pLimit(world.concurrency);
  await Promise.all(
    plan.cases.flatMap((of) => of.trials.map((trial) => limit(() => judge(of, trial)))),
  );
  signal?.removeEventListener("abort", onAbort);
  if (failures.length > 0) throw failures[0];
  const { gateFailed } = plan.from;
  const reason: RunFinished["reason"] = left > 0 ? "interrupted" : "done";
  emit({ type: "run_finished", at: now(), reason, ...(gateFailed === true && { gateFailed }) });
}

function workOf(
  { planned, models, judging }: RescoredCase,
  { stored, checks }: PlannedRescore,
  { models: clients, prices, emit, repeat }: RescoreWorld,
): Omit<Parameters<typeof rescoreTrial>[0], "now" | "signal"> {
  const { suite, case: id, target, trials } = planned;
  const judges = judgesOf(models).map((name) => clientOf(clients, name));
  return {
    key: { suite, case: id, target, trial: stored.finished.record.trial },
    stored,
    checks,
    trials,
    jury: { judges, ...judging },
    repeat,
    hash: sha256Hex,
    prices,
    emit,
  };
}
