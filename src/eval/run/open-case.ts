import pLimit, { type LimitFunction } from "p-limit";
import { type Outcome, settleCase } from "../../record/index.ts";
import type { CaseCheck } from "../suite/suite.ts";
import type { EvalWorld } from "./eval-world.ts";
import { roleClients } from "./open-models.ts";
import { type OpenTrial, openTrial } from "./open-trial.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";
import { StopSwitch } from "./stop-switch.ts";

/** A case all of whose trials were played, and which still takes checks. */
export class OpenCase {
  readonly plan: CasePlan;
  /** In the order of their numbers. */
  readonly trials: readonly OpenTrial[];
  private readonly limit: LimitFunction;

  constructor(plan: CasePlan, trials: readonly OpenTrial[], limit: LimitFunction) {
    this.plan = plan;
    this.trials = trials;
    this.limit = limit;
  }

  /** What the trials come to by the checks so far. */
  get outcome(): Outcome {
    // No trial is missing, so that it is settled.
    return settleCase(this.trials, this.plan.planned) ?? "infra_error";
  }

  /** Holds checks that need no judge against every trial. */
  decide(checks: readonly CaseCheck[]): void {
    for (const trial of this.trials) for (const check of checks) trial.decide(check);
  }

  /** Holds any checks against every trial, in their order. */
  async assess(checks: readonly CaseCheck[]): Promise<void> {
    await Promise.all(
      this.trials.map((trial) =>
        this.limit(async () => {
          for (const check of checks) {
            if (check.prepared.type === "judged") await trial.judge(check);
            else trial.decide(check);
          }
        }),
      ),
    );
  }

  /** What the suite did wrong: from now on nothing can be said about the agent. */
  spoil(reason: string): void {
    for (const trial of this.trials) trial.spoil(reason);
  }

  /** Emits the last event of every trial. */
  finish(): void {
    for (const trial of this.trials) trial.finish();
  }
}

/**
 * Plays all trials of the only case of a plan, several at a time.
 *
 * @throws whatever no trial can survive, as `runSuites` does.
 */
export async function openCase(plan: RunPlan, world: EvalWorld): Promise<OpenCase> {
  const [only] = plan.cases;
  if (only === undefined || plan.cases.length > 1) throw new TypeError("not one case");
  const clients = roleClients(world.models, only.models);
  const limit = pLimit(plan.concurrency);
  const all = new StopSwitch();
  const onAbort = (): void => all.stop(world.signal?.reason);
  if (world.signal?.aborted === true) onAbort();
  world.signal?.addEventListener("abort", onAbort, { once: true });
  const play = async (trial: number): Promise<OpenTrial> => {
    try {
      return await all.run((signal) => openTrial({ plan: only, trial, clients, world, signal }));
    } catch (error) {
      all.stop(error);
      throw error;
    }
  };
  try {
    const numbers = Array.from({ length: only.planned.trials }, (_, number) => number);
    const trials = await Promise.all(numbers.map((number) => limit(() => play(number))));
    return new OpenCase(only, trials, limit);
  } finally {
    world.signal?.removeEventListener("abort", onAbort);
  }
}
