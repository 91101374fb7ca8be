import pLimit from "p-limit";
import type { RunFinished } from "../../record/index.ts";
import { Breather } from "./breather.ts";
import type { EvalWorld } from "./eval-world.ts";
import { clientOf } from "./open-models.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";
import { runTrial } from "./run-trial.ts";
import { StopSwitch } from "./stop-switch.ts";

/** How a run came to its end. */
export type RunEnd = RunFinished["reason"];

/**
 * Runs every trial of a plan, several at a time, and emits what happens: everything after the
 * `run_started` event, which opens the journal and is made by `startedEvent`. Nothing is kept here.
 *
 * @throws AppError at once when a model turns out not to exist or its key is refused, and whatever
 * else no trial can survive. The journal then has no last event.
 */
export async function runSuites(plan: RunPlan, world: EvalWorld): Promise<RunEnd> {
  const all = new StopSwitch();
  const onAbort = (): void => {
    all.stop(world.signal?.reason);
  };
  if (world.signal?.aborted === true) onAbort();
  world.signal?.addEventListener("abort", onAbort, { once: true });
  const failures: unknown[] = [];
  let left = 0;
  const breather = new Breather(world.clock);
  const trial = async (work: CasePlan, number: number): Promise<void> => {
    left += 1;
    await breather.breathe();
    if (all.isStopped) return;
    try {
      const agent = clientOf(world.models, work.models.agent);
      const judge = clientOf(world.models, work.models.judge);
      const clients = { agent, judge };
      await all.run((signal) => runTrial({ plan: work, trial: number, clients, world, signal }));
      left -= 1;
    } catch (error) {
      // The first failure stops the others, and what they throw then is only its echo.
      if (all.isStopped) return;
      failures.push(error);
      all.stop(error);
    }
  };
  const limit = pLimit(plan.concurrency);
  await Promise.all(
    plan.cases.flatMap((work) =>
      Array.from({ length: work.planned.trials }, (_, number) => limit(() => trial(work, number))),
    ),
  );
  world.signal?.removeEventListener("abort", onAbort);
  if (failures.length > 0) throw failures[0];
  const reason: RunEnd = left > 0 ? "interrupted" : "done";
  world.emit({ type: "run_finished", at: new Date(world.clock.now()).toISOString(), reason });
  return reason;
}
