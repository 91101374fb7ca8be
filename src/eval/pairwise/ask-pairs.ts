import pLimit from "p-limit";
import type { Clock } from "../../core/clock.ts";
import { judgePair, type PairJudgment } from "../../judge/index.ts";
import { addUsage, type ModelClient, noUsage, type Usage } from "../../model/index.ts";
import type { LimitHit } from "../../record/index.ts";
import { RunBudget } from "../run/limits/run-budget.ts";
import type { RunLimits } from "../run/limits/run-limits.ts";
import { addCosts, costOf, type Prices } from "../run/prices.ts";
import { StopSwitch } from "../run/stop-switch.ts";
import type { PairRequest } from "./pair-requests.ts";
import type { KeptPreference, PairwiseBook } from "./pairwise-book.ts";

export interface PairwiseWorld {
  readonly judge: ModelClient;
  readonly book: PairwiseBook;
  readonly prices: Prices;
  readonly clock: Clock;
  readonly limits: RunLimits;
  /** Judgments that are asked for at the same time. */
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
}

type FailedJudgment = Extract<PairJudgment, { type: "error" }>;

/** What came of requests. */
export interface HeardPairs {
  /** By key; what was not asked for any more is missing. */
  readonly judgments: ReadonlyMap<string, KeptPreference | FailedJudgment>;
  readonly asked: number;
  readonly reused: number;
  readonly usage: Usage;
  readonly costUsd: number | null;
  readonly stopped?: "interrupted" | LimitHit["name"];
}

/**
 * Gets judgments, those that are known from the book, each of the others once. They are begun in the order
 * given.
 *
 * @throws AppError at once when the model turns out not to exist, its key is refused, a script has no answer, or
 * the book cannot be written.
 */
export async function askPairs(
  requests: readonly PairRequest[],
  world: PairwiseWorld,
): Promise<HeardPairs> {
  const { judge, book, prices, clock, limits, signal } = world;
  const judgments = new Map<string, KeptPreference | FailedJudgment>();
  const open = new Map<string, PairRequest>();
  for (const request of requests) {
    const kept = book.find(request.key);
    if (kept !== undefined) judgments.set(request.key, kept);
    // Without any style both forms of a pair are the same request.
    else if (!open.has(request.key)) open.set(request.key, request);
  }
  const reused = judgments.size;
  const began = clock.monotonic();
  const elapsedMs = (): number => clock.monotonic() - began;
  const budget = new RunBudget(limits, { elapsedMs, planned: open.size });
  const all = new StopSwitch();
  const onAbort = (): void => all.stop(signal?.reason);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  let usage = noUsage;
  let costUsd: number | null = 0;
  const failures: unknown[] = [];
  const hear = async (request: PairRequest): Promise<void> => {
    if (all.isStopped || !(await budget.enter())) return;
    let spending: Parameters<RunBudget["leave"]>[0];
    try {
      const said = await all.run((within) => judgePair(request.input, judge, { signal: within }));
      const cost = costOf(said.usage, judge, prices);
      usage = addUsage(usage, said.usage);
      costUsd = addCosts(costUsd, cost);
      spending = { outcome: outcomeOf(said), costUsd: cost };
      if (said.type === "error") judgments.set(request.key, said);
      else await keep(request, said);
    } catch (error) {
      // The first failure stops the others, and what they throw then is only its echo.
      if (all.isStopped) return;
      failures.push(error);
      all.stop(error);
    } finally {
      budget.leave(spending);
    }
  };
  const keep = async (
    request: PairRequest,
    { winner, evidence, reasoning }: Extract<PairJudgment, { type: "preference" }>,
  ): Promise<void> => {
    const kept = { key: request.key, winner, evidence, reasoning };
    judgments.set(request.key, kept);
    await book.keep(request, judge.id, kept);
  };
  const limit = pLimit(world.concurrency);
  await Promise.all([...open.values()].map((request) => limit(() => hear(request))));
  signal?.removeEventListener("abort", onAbort);
  if (failures.length > 0) throw failures[0];
  const stopped = signal?.aborted === true ? "interrupted" : budget.hit?.name;
  const isCut = judgments.size < reused + open.size;
  return {
    judgments,
    asked: judgments.size - reused,
    reused,
    usage,
    costUsd,
    ...(stopped !== undefined && isCut && { stopped }),
  };
}

function outcomeOf(said: PairJudgment): "pass" | "judge_error" | "infra_error" {
  if (said.type === "preference") return "pass";
  return said.cause === "judge" ? "judge_error" : "infra_error";
}
