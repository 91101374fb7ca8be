import { fullName, type RateBook, rateForecast } from "../../model/index.ts";
import { duoChatName } from "../target/duo-chat/duo-chat-rates.ts";
import { isEngineTarget } from "../target/target.ts";
import { isScript, judgesOf } from "./model-choice.ts";
import { isJudged } from "./plan-run.ts";
import type { RunPlan } from "./run-plan.ts";

/**
 * What to say before a run that needs more requests than the windows of its rates allow: how long it takes at
 * least. Each trial needs a request of its agent, or one for each question to Duo Chat, and one of each judge
 * where it is judged.
 */
export function rateNotices(
  { cases, labels, finished }: Pick<RunPlan, "cases" | "labels" | "finished">,
  rates: RateBook,
): string[] {
  if (labels.includes("replay")) return [];
  const requests = new Map<string, number>();
  for (const { planned, target, models, case: testCase } of cases) {
    const { trials } = planned;
    const open = Array.from({ length: trials }, (_, trial) => trial).filter(
      (trial) => finished?.outcomeOf({ ...keyOf(planned), trial }) === undefined,
    ).length;
    const asked = [
      ...(isEngineTarget(target) ? [models.agent] : []),
      ...(isJudged(testCase) ? judgesOf(models) : []),
    ];
    if (target.kind === "duo_chat") {
      requests.set(duoChatName, (requests.get(duoChatName) ?? 0) + open * testCase.turns.length);
    }
    for (const model of asked.filter((name) => !isScript(name)).map(fullName)) {
      requests.set(model, (requests.get(model) ?? 0) + open);
    }
  }
  const needs = [...requests].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return rateForecast(
    needs.map(([model, count]) => ({ model, requests: count, rates: rates(model) })),
  );
}

function keyOf({ suite, case: id, target }: RunPlan["cases"][number]["planned"]): {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
} {
  return { suite, case: id, target };
}
