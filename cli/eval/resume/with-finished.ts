import { AppError } from "../../../src/core/errors/app-error.ts";
import { finishedTrials, type RunPlan } from "../../../src/eval/index.ts";
import type { RunRecord } from "../../../src/record/index.ts";

/**
 * A plan of which only that is run that a run has not finished.
 *
 * @throws AppError CLI_USAGE where another selection would leave out what is finished and paid for.
 */
export function withFinished(
  plan: RunPlan,
  record: RunRecord,
  { selectsAnew }: { readonly selectsAnew: boolean },
): RunPlan {
  const finished = finishedTrials(
    record,
    plan.cases.map(({ planned }) => planned),
  );
  const { leftOut, notices } = finished;
  if (selectsAnew && leftOut > 0) {
    const trials = leftOut === 1 ? "1 finished trial" : `${leftOut} finished trials`;
    throw new AppError("CLI_USAGE", `this selection leaves out ${trials} of the run`, {
      hint: "go on with --resume alone, or start a new run for a part of the cases",
    });
  }
  return { ...plan, finished, notices: [...notices, ...plan.notices] };
}
