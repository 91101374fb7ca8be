import type { ModelClient } from "../../model/index.ts";
import type { PlannedJudge } from "../../record/index.ts";
import type { Calibration } from "../calibrate/calibration-file.ts";
import { plannedJudges } from "../calibrate/planned-judges.ts";
import { judgesOf } from "../run/model-choice.ts";
import { type ModelClients, openNamed } from "../run/open-models.ts";
import type { RescorePlan } from "./rescore-plan.ts";

/**
 * Opens the judges of a plan, each once; those of cases of which nothing is judged as well, as every trial
 * has judges.
 *
 * @throws AppError or AppErrors for all that cannot be opened.
 */
export function openJudges(
  { cases }: Pick<RescorePlan, "cases">,
  createModel: (name: string) => Promise<ModelClient>,
): Promise<ModelClients> {
  return openNamed(new Set(cases.flatMap(({ models }) => judgesOf(models))), createModel);
}

/** The live judges whose verdicts decide, with what is known of them. */
export function judgesOfRescore(
  { cases }: Pick<RescorePlan, "cases">,
  calibrations: readonly Calibration[],
): readonly PlannedJudge[] {
  const judged = cases.map(({ models, judging, trials }) => {
    const asked = trials.flatMap(({ checks }) => checks?.judged ?? []);
    return { models, judging, criteria: asked.map(({ criterion }) => criterion) };
  });
  return plannedJudges(judged, calibrations);
}
