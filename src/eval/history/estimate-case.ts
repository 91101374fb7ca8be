import type { ModelRole, Usage } from "../../model/index.ts";
import { costOf, type Prices } from "../run/prices.ts";
import { isTargetModel } from "../run/remote-models.ts";
import type { CasePlan } from "../run/run-plan.ts";
import type { HistoryBook } from "./history-book.ts";
import type { HistoryEntry, HistoryTrial } from "./history-entry.ts";

/** An amount of US dollars, from the least to the most. */
export interface CostRange {
  readonly low: number;
  readonly high: number;
}

/** What earlier trials say that a model is going to be asked. */
export interface PastRole {
  readonly role: ModelRole;
  readonly model: string;
  readonly requests: number;
  readonly usage: Usage;
  /** Null where the price is not known. */
  readonly costUsd: number | null;
  /** As if every trial were the cheapest, or the dearest, that was seen. */
  readonly costRange: CostRange | null;
}

export interface PastEstimate {
  readonly roles: readonly PastRole[];
  /** How many earlier trials it is the mean of. */
  readonly trials: number;
}

/**
 * What a case is going to ask for, by its trials in earlier runs on the same target and models: those of the
 * same version where there are any. Trials that were cut short by the suite or a provider are left out.
 * Undefined where there are none.
 */
export function estimateCase(
  { planned, models }: Pick<CasePlan, "planned" | "models">,
  history: HistoryBook,
  prices: Prices,
): PastEstimate | undefined {
  const entries = history
    .entriesOf({ ...planned, kind: "live" })
    .filter((entry) => entry.models.agent === models.agent && entry.models.judge === models.judge);
  const same = trialsOf(entries.filter(({ hash }) => hash === planned.hash));
  const past = same.length > 0 ? same : trialsOf(entries);
  if (past.length === 0) return undefined;
  const roles = (["agent", "judge"] as const).map((role): PastRole => {
    const model = models[role];
    const share = planned.trials / past.length;
    const usage = mapUsage(sumOf(past, role), (tokens) => Math.round(tokens * share));
    const requests = past.reduce((sum, trial) => sum + (trial[role].requests ?? 0), 0);
    // What a target elsewhere costs, nobody here is told.
    const costs = past.map((trial) =>
      isTargetModel(model) ? null : costOf(trial[role], live(model), prices),
    );
    const known = costs.filter((cost) => cost !== null);
    const isKnown = known.length === costs.length;
    const each = known.map((cost) => cost * planned.trials);
    return {
      role,
      model,
      requests: Math.round(requests * share),
      usage,
      costUsd: isKnown ? each.reduce((sum, cost) => sum + cost, 0) / each.length : null,
      costRange: isKnown ? { low: Math.min(...each), high: Math.max(...each) } : null,
    };
  });
  return {
    roles: roles.filter(
      ({ model, requests, usage }) => isTargetModel(model) || requests + usage.outputTokens > 0,
    ),
    trials: past.length,
  };
}

/** Trials that came to an end of the agent's own making. */
function trialsOf(entries: readonly HistoryEntry[]): readonly HistoryTrial[] {
  return entries
    .flatMap(({ trials }) => trials)
    .filter(({ outcome }) => outcome !== "suite_error" && outcome !== "infra_error");
}

function sumOf(trials: readonly HistoryTrial[], role: ModelRole): Usage {
  const sum = (key: keyof Usage): number =>
    trials.reduce((all, trial) => all + trial[role][key], 0);
  return {
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    cacheReadTokens: sum("cacheReadTokens"),
    cacheWriteTokens: sum("cacheWriteTokens"),
  };
}

function mapUsage(usage: Usage, change: (tokens: number) => number): Usage {
  return {
    inputTokens: change(usage.inputTokens),
    outputTokens: change(usage.outputTokens),
    cacheReadTokens: change(usage.cacheReadTokens),
    cacheWriteTokens: change(usage.cacheWriteTokens),
  };
}

function live(model: string): Parameters<typeof costOf>[1] {
  return { id: model, kind: "live" };
}
