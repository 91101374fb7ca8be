import type { RunEstimate, RunPlan } from "../../src/eval/index.ts";
import { terminalTable } from "../../src/format/index.ts";
import { compact, cost, count } from "../../src/report/index.ts";

/** What a run would ask for and cost, as a table for people. */
export function estimateText(plan: RunPlan, { roles, costUsd, unknown }: RunEstimate): string {
  const trials = plan.cases.reduce((sum, { planned }) => sum + planned.trials, 0);
  const rows = roles.map(({ role, model, requests, usage, costUsd: each }) => [
    role,
    model,
    String(requests),
    compact(usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens),
    compact(usage.outputTokens),
    cost(each),
  ]);
  const table = terminalTable(
    [
      { title: "role" },
      { title: "model" },
      { title: "requests", align: "right" },
      { title: "tokens in", align: "right" },
      { title: "out", align: "right" },
      { title: "estimate", align: "right" },
    ],
    rows,
  );
  return [
    `dry run: ${count(plan.cases.length, "case")}, ${count(trials, "trial")}, nobody was asked`,
    "",
    table,
    "",
    ...unknown.map((suite) => `note: suite "${suite}" has no script, so nothing is known of it`),
    `estimated on a scripted model: ${cost(costUsd)}`,
    "",
  ].join("\n");
}
