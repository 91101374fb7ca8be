import type { RunLabel, RunStarted } from "../../record/index.ts";
import { isScript, judgeNames, judgesItself, judgesOf } from "../run/model-choice.ts";
import type { RescoredCase } from "./rescore-plan.ts";

/** Labels that tell of the agent's part, which is as it was. */
const kept: ReadonlySet<RunLabel> = new Set(["replay", "cached", "summarized_tools"]);

/** The labels of a run that is judged again: those of the agent's part, and those that its judges give. */
export function rescoredLabels(
  { labels, suites }: Pick<RunStarted, "labels" | "suites">,
  cases: readonly RescoredCase[],
): readonly RunLabel[] {
  const agents = suites.flatMap(({ agentModel }) => judgeNames(agentModel));
  const asked = cases.filter(({ trials }) => trials.some(({ checks }) => checks !== undefined));
  const judges = asked.flatMap(({ models }) => judgesOf(models));
  const isScripted = [...agents, ...judges].some(isScript);
  const isSelf = asked.some(({ planned, models }) => {
    const agent = suites.find(({ suite }) => suite === planned.suite)?.agentModel;
    return judgeNames(agent ?? "").some((name) => judgesItself({ agent: name, ...models }));
  });
  return [
    ...(isScripted ? (["scripted"] as const) : []),
    "rescored",
    ...(isSelf ? (["self_judged"] as const) : []),
    ...labels.filter((label) => kept.has(label)),
  ];
}
