import { isScript, judgesOf } from "../run/model-choice.ts";
import type { CasePlan } from "../run/run-plan.ts";
import type { HistoryKind } from "./history-entry.ts";

/** Whether real models play a case; where a script plays a part of it, it is scripted. Replays are not remembered. */
export function historyKind({ models }: Pick<CasePlan, "models">): HistoryKind {
  return [models.agent, ...judgesOf(models)].some(isScript) ? "scripted" : "live";
}
