import type { TrialRecord } from "../../record/index.ts";
import type { ApiRequest } from "../../tools/index.ts";
import type { Assessed } from "./assess-trial.ts";
import type { Attempt } from "./attempt-play.ts";
import { decideOutcome } from "./decide-outcome.ts";
import { addCosts, costOf } from "./prices.ts";
import type { TrialRecorder } from "./trial-recorder.ts";
import { timesOf } from "./trial-times.ts";
import type { TrialWork } from "./trial-work.ts";

interface Asked {
  readonly apiRequests: readonly ApiRequest[];
}

/** What is kept of a trial that has come to its end. */
export function trialRecordOf(
  { trial, clients, world }: TrialWork,
  { played, ending, checks, apiRequests }: Attempt & Assessed & Asked,
  recorder: TrialRecorder,
): TrialRecord {
  const facts = recorder.facts();
  const result = played?.result;
  const agentCost = costOf(facts.usage, clients.agent, world.prices);
  const judgeCost = costOf(facts.judgeUsage, clients.judge, world.prices);
  return {
    trial,
    ...decideOutcome(ending, checks),
    checks,
    calls: facts.calls,
    ...(apiRequests.length === 0 ? {} : { apiRequests }),
    status: result?.status ?? "failed",
    route: result?.route ?? facts.route,
    answer: result?.answer ?? "",
    turns: result?.turns ?? 1,
    replies: facts.replies,
    ...timesOf(clients.agent, {
      activeMs: result?.activeMs ?? facts.activeMs,
      waitMs: result?.waitMs ?? facts.waitMs,
      firstTokenMs: facts.firstTokenMs,
    }),
    usage: facts.usage,
    judgeUsage: facts.judgeUsage,
    costUsd: addCosts(agentCost, judgeCost),
  };
}
