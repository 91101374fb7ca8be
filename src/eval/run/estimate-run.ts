import { groupBy } from "../../core/group-by.ts";
import { addUsage, noUsage } from "../../model/index.ts";
import { type CostRange, estimateCase, type PastRole } from "../history/estimate-case.ts";
import { emptyHistory } from "../history/history-book.ts";
import { historyKind } from "../history/history-kind.ts";
import { isEngineTarget } from "../target/target.ts";
import { playRoles } from "./play-roles.ts";
import { addCosts } from "./prices.ts";
import type { EstimateSource, EstimateWorld, RoleEstimate } from "./role-estimate.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";

export interface RunEstimate {
  /** By role, model and source, sorted. */
  readonly roles: readonly RoleEstimate[];
  readonly costUsd: number | null;
  /** Where scripts are a part of it, they are the same at both ends. */
  readonly costRange: CostRange | null;
  /** How many cases, each with its target, are estimated from what. */
  readonly cases: Readonly<Record<EstimateSource | "unknown", number>>;
  /** Earlier trials that it is made of. */
  readonly pastTrials: number;
  /** Suites of which nothing is known: without earlier runs, and without a script or with a target elsewhere. */
  readonly unknown: readonly string[];
}

/**
 * What a run would ask for: by earlier trials of the same cases on the same models where there are any, and
 * otherwise found by playing a suite's script in its place. The requests of agent and judge, their tokens
 * (a script's are its own estimate), and what they would cost on the planned models.
 */
export async function estimateRun(
  plan: RunPlan,
  { history = emptyHistory, ...world }: EstimateWorld,
): Promise<RunEstimate> {
  const past = plan.cases.flatMap((work) => {
    if (historyKind(work) !== "live") return [];
    const estimate = estimateCase(work, history, world.prices);
    return estimate === undefined ? [] : [{ work, ...estimate }];
  });
  const remembered = new Set(past.map(({ work }) => work));
  const others = plan.cases.filter((work) => !remembered.has(work));
  const known = others.filter(isPlayable);
  const unknown = others.filter((work) => !isPlayable(work));
  const roles = [
    ...pastRoles(past.flatMap((each) => each.roles)),
    ...(await playRoles(plan, known, world)),
  ];
  return {
    roles: roles.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    costUsd: roles.reduce<number | null>(
      (sum, { costUsd }) => addCosts(sum, costUsd),
      // Of a case without either nothing is known, and that is not nothing.
      unknown.length === 0 ? 0 : null,
    ),
    costRange: unknown.length === 0 ? rangeOf(roles) : null,
    cases: { history: past.length, script: known.length, unknown: unknown.length },
    pastTrials: past.reduce((sum, { trials }) => sum + trials, 0),
    unknown: [...new Set(unknown.map(({ suite }) => suite.id))],
  };
}

/** What cases with earlier trials ask for, summed by role and model. */
function pastRoles(roles: readonly PastRole[]): readonly RoleEstimate[] {
  return [...groupBy(roles, ({ role, model }) => `${role} ${model}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        from: "history",
        role: first.role,
        model: first.model,
        requests: group.reduce((sum, { requests }) => sum + requests, 0),
        usage: group.reduce((sum, { usage }) => addUsage(sum, usage), noUsage),
        costUsd: group.reduce<number | null>((sum, { costUsd }) => addCosts(sum, costUsd), 0),
        costRange: rangeOf(group),
      },
    ];
  });
}

type Costs = Pick<RoleEstimate, "costUsd" | "costRange">;

/** From the least to the most together; null where a part of it is not known. */
function rangeOf(parts: readonly Costs[]): CostRange | null {
  const total = { low: 0, high: 0 };
  for (const { costUsd, costRange = rangeAt(costUsd) } of parts) {
    if (costRange === null) return null;
    total.low += costRange.low;
    total.high += costRange.high;
  }
  return total;
}

function rangeAt(costUsd: number | null): CostRange | null {
  return costUsd === null ? null : { low: costUsd, high: costUsd };
}

function sortKey({ role, model, from }: RoleEstimate): string {
  return `${role} ${model} ${from}`;
}

/** An estimate asks nobody, and a script plays no target that is elsewhere. */
function isPlayable({ suite, target }: CasePlan): boolean {
  return suite.script !== undefined && isEngineTarget(target);
}
