import { AppError } from "../../core/errors/app-error.ts";
import type { RunRecord } from "../../record/index.ts";
import { rescoreJudges } from "../rescore/judge-choice.ts";
import { judgesOf, type ModelSources } from "../run/model-choice.ts";

/**
 * Who holds answers against each other: by flag, environment and configuration, and where none names one, who judged
 * the run.
 *
 * @throws AppError MODEL_MISSING where nobody is named, COMPARE_PAIRWISE_JUDGE where several are.
 */
export function pairwiseJudge({ started }: RunRecord, sources: ModelSources): string {
  const then = [...new Set(started.suites.map(({ judgeModel }) => judgeModel))];
  const judges = judgesOf(
    rescoreJudges({ recorded: then.join(", "), suite: [], isAsked: true }, sources),
  );
  const [judge] = judges;
  if (judge === undefined || judges.length > 1) {
    throw new AppError(
      "COMPARE_PAIRWISE_JUDGE",
      `one judge holds answers against each other, but there are ${judges.length}: ${judges.join(", ")}`,
      { hint: "name one with --judge-model" },
    );
  }
  return judge;
}
