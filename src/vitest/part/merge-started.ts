import { groupBy } from "../../core/group-by.ts";
import type { OfferedTools, PlannedSuite, RunLabel, RunStarted } from "../../record/index.ts";
import { isSummarized } from "../../tools/index.ts";
import type { RunSetting } from "../run-setting.ts";
import type { ReadPart } from "./read-parts.ts";

/** The first event of a run that its parts make together. */
export function mergeStarted(
  parts: readonly ReadPart[],
  { run, at, versions, seed = 0 }: RunSetting,
): RunStarted {
  const offeredTools = sumTools(parts);
  const labels = new Set(parts.flatMap(({ started }) => started.labels));
  const kept = (["scripted", "self_judged"] as const).filter((label) => labels.has(label));
  const summarized: readonly RunLabel[] = isSummarized(offeredTools) ? ["summarized_tools"] : [];
  return {
    type: "run_started",
    schemaVersion: 1,
    run,
    at,
    versions,
    seed,
    labels: [...kept, ...summarized],
    offeredTools,
    suites: mergeSuites(parts.flatMap(({ started }) => started.suites)),
    plan: parts.flatMap(({ started }) => started.plan),
  };
}

/** Each tool counts once, however many cases offer it. */
function sumTools(parts: readonly ReadPart[]): OfferedTools {
  const byName = new Map(parts.flatMap(({ tools }) => tools));
  const sum = { total: 0, summarized: 0, ownSchema: 0 };
  for (const { total, summarized, ownSchema } of byName.values()) {
    sum.total += total;
    sum.summarized += summarized;
    sum.ownSchema += ownSchema;
  }
  return sum;
}

function mergeSuites(suites: readonly PlannedSuite[]): readonly PlannedSuite[] {
  return [...groupBy(suites, ({ suite }) => suite).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const targets = new Map(
      group.flatMap((each) => each.targets).map((each) => [JSON.stringify(each), each]),
    );
    return [
      {
        ...first,
        targets: [...targets.values()],
        agentModel: distinct(group.map(({ agentModel }) => agentModel)),
        judgeModel: distinct(group.map(({ judgeModel }) => judgeModel)),
      },
    ];
  });
}

function distinct(names: readonly string[]): string {
  return [...new Set(names)].join(", ");
}
