import { noUsage } from "../../model/index.ts";
import type { TrialRecord } from "../../record/index.ts";
import type { ApiRequest } from "../../tools/index.ts";
import type { Assessed } from "./assess-trial.ts";
import type { Attempt } from "./attempt-play.ts";
import { decideOutcome } from "./decide-outcome.ts";
import { trialCosts } from "./trial-costs.ts";
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
  const { ledger } = facts;
  // What was said before took its time then.
  const isTimed = ledger.cachedReplies("agent") === 0;
  const untold = new Set([...(played?.unknown ?? []), ...(isTimed ? [] : ["times" as const])]);
  const unknown = [...untold].toSorted();
  const uses = [
    {
      client: clients.agent,
      usage: unknown.includes("usage") ? undefined : facts.usage,
      cached: ledger.cachedUsage("agent"),
      cachedReplies: ledger.cachedReplies("agent"),
    },
    ...clients.judges.map((judge) => ({
      client: judge,
      usage: facts.judgeUsages.get(judge.id) ?? noUsage,
      cached: ledger.cachedUsage(judge.id),
      cachedReplies: ledger.cachedReplies(judge.id),
    })),
  ];
  return {
    trial,
    ...decideOutcome(ending, checks),
    checks,
    calls: facts.calls,
    ...(apiRequests.length === 0 ? {} : { apiRequests }),
    ...(unknown.length === 0 ? {} : { unknown }),
    status: result?.status ?? "failed",
    route: result?.route ?? facts.route,
    answer: result?.answer ?? "",
    turns: result?.turns ?? 1,
    replies: facts.replies,
    ...timesOf(
      { isTimed: isTimed && clients.agent.kind !== "replay" },
      {
        activeMs: result?.activeMs ?? facts.activeMs,
        waitMs: result?.waitMs ?? facts.waitMs,
        firstTokenMs: facts.firstTokenMs,
      },
    ),
    usage: facts.usage,
    judgeUsage: facts.judgeUsage,
    ...facts.served.record(),
    ...trialCosts(uses, world.prices),
  };
}
