import { printable } from "../../src/core/text/printable.ts";
import type { RunEstimate, RunPlan } from "../../src/eval/index.ts";
import { terminalTable } from "../../src/format/index.ts";
import { compact, cost, count } from "../../src/report/index.ts";

/** What a run would ask for and cost, as a table for people. */
export function estimateText(plan: RunPlan, estimate: RunEstimate): string {
  const { roles, unknown, cases } = estimate;
  const isRemembered = cases.history > 0;
  const trials = plan.cases.reduce((sum, { planned }) => sum + planned.trials, 0);
  const rows = roles.map(({ from, role, model, requests, usage, costUsd: each }) => [
    role,
    printable(model),
    ...(isRemembered ? [from === "history" ? "earlier runs" : "script"] : []),
    String(requests),
    compact(usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens),
    compact(usage.outputTokens),
    cost(each),
  ]);
  const table = terminalTable(
    [
      { title: "role" },
      { title: "model" },
      ...(isRemembered ? [{ title: "from" }] : []),
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
    ...unknown.map(
      (suite) =>
        `note: suite "${suite}" has cases with neither earlier runs on these models nor a script, so nothing is known of them`,
    ),
    closingLine(estimate),
    "",
  ].join("\n");
}

/** `estimated from 12 earlier trials (3 cases) and a scripted model (1 case): $0.42, between $0.31 and $0.60 if …`. */
function closingLine({ costUsd, costRange, cases, pastTrials }: RunEstimate): string {
  if (cases.history === 0) return `estimated on a scripted model: ${cost(costUsd)}`;
  const past = `${count(pastTrials, "earlier trial")} (${count(cases.history, "case")})`;
  const script = cases.script === 0 ? "" : ` and a scripted model (${count(cases.script, "case")})`;
  const isSpread = costRange !== null && costRange.high > costRange.low;
  const range = isSpread
    ? `, between ${cost(costRange.low)} and ${cost(costRange.high)} if every trial is like the cheapest, or the dearest, of its case before`
    : "";
  return `estimated from ${past}${script}: ${cost(costUsd)}${range}`;
}
