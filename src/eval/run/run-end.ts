import type { RunFinished } from "../../record/index.ts";
import type { RunBudget } from "./limits/run-budget.ts";
import type { RunPlan } from "./run-plan.ts";
import type { TrialQueue } from "./schedule/trial-queue.ts";

interface Ended {
  readonly plan: Pick<RunPlan, "curtail">;
  readonly queue: Pick<TrialQueue, "isOpen" | "hasLostCase">;
  readonly budget: Pick<RunBudget, "hit">;
  /** Whether somebody stopped it. */
  readonly isStopped: boolean;
}

/** Why a run ended: what stopped it counts only where it left something out. */
export function runEnd({
  plan,
  queue,
  budget,
  isStopped,
}: Ended): Pick<RunFinished, "reason" | "limit" | "gateFailed"> {
  if (!queue.isOpen) return { reason: "done" };
  if (isStopped) return { reason: "interrupted" };
  const { hit } = budget;
  if (hit !== undefined) return { reason: "limit", limit: hit };
  if (plan.curtail === "gate" && queue.hasLostCase) return { reason: "done", gateFailed: true };
  return { reason: "interrupted" };
}
