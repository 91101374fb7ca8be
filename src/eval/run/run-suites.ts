import type { RunFinished } from "../../record/index.ts";
import { Breather } from "./breather.ts";
import type { EvalWorld } from "./eval-world.ts";
import { RunBudget } from "./limits/run-budget.ts";
import { whenTimeIsUp } from "./limits/when-time-is-up.ts";
import { roleClients } from "./open-models.ts";
import { runEnd } from "./run-end.ts";
import type { RunPlan } from "./run-plan.ts";
import { runTrial } from "./run-trial.ts";
import { type NextTrial, TrialQueue } from "./schedule/trial-queue.ts";
import { StopSwitch } from "./stop-switch.ts";

/** How a run came to its end. */
export type RunEnd = RunFinished["reason"];

/**
 * Runs the trials of a plan, several at a time, and emits what happens: everything after the
 * `run_started` event, which opens the journal and is made by `startedEvent`. Nothing is kept here.
 *
 * @throws AppError at once when a model turns out not to exist or its key is refused, and whatever
 * else no trial can survive. The journal then has no last event.
 */
export async function runSuites(plan: RunPlan, world: EvalWorld): Promise<RunEnd> {
  const { clock } = world;
  const started = clock.monotonic();
  const all = new StopSwitch();
  const onAbort = (): void => all.stop(world.signal?.reason);
  if (world.signal?.aborted === true) onAbort();
  world.signal?.addEventListener("abort", onAbort, { once: true });
  const planned = plan.cases.reduce((sum, each) => sum + each.planned.trials, 0);
  const queue = new TrialQueue(plan);
  const budget = new RunBudget(plan.limits, {
    elapsedMs: () => clock.monotonic() - started,
    planned,
  });
  const failures: unknown[] = [];
  const breather = new Breather(clock);
  const isInterrupted = (): boolean =>
    world.signal?.aborted === true || world.stopping?.aborted === true;
  const isStopped = (): boolean => all.isStopped || isInterrupted();
  const mayGoOn = (): boolean => !isStopped() && !(plan.curtail === "gate" && queue.hasLostCase);
  const play = async ({ work, number, finish }: NextTrial): Promise<void> => {
    try {
      const clients = roleClients(world.models, work.models);
      const record = await all.run((signal) =>
        runTrial({ plan: work, trial: number, clients, world, signal }),
      );
      finish(record.outcome);
      budget.leave(record);
    } catch (error) {
      // The first failure stops the others, and what they throw then is only its echo.
      if (!all.isStopped) failures.push(error);
      all.stop(error);
      budget.leave();
    }
  };
  const work = async (): Promise<void> => {
    for (;;) {
      await breather.breathe();
      if (!mayGoOn() || !(await budget.enter())) return;
      // While it waited for the budget, something may have ended the run.
      const next = mayGoOn() ? queue.take() : undefined;
      if (next === undefined) {
        budget.leave();
        return;
      }
      await play(next);
    }
  };
  const over = new AbortController();
  const timing = whenTimeIsUp(
    {
      clock,
      maxMs: plan.limits.maxMs,
      onTime: () => budget.wake(),
      onGrace: () => all.stop(new Error("the time of the run is over")),
    },
    over.signal,
  );
  await Promise.all(Array.from({ length: Math.min(plan.concurrency, planned) }, work));
  over.abort();
  await timing;
  world.signal?.removeEventListener("abort", onAbort);
  if (failures.length > 0) throw failures[0];
  const end = runEnd({ queue, budget, plan, isStopped: isInterrupted() });
  world.emit({ type: "run_finished", at: new Date(clock.now()).toISOString(), ...end });
  return end.reason;
}
