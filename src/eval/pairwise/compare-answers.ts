import {
  answerLook,
  identicalPair,
  type PairwiseCase,
  type PairwiseOrder,
  type PairwisePreferred,
  type PairwiseResult,
  pairwiseResult,
  settlePair,
} from "../../compare/index.ts";
import { pairJudgeIdentity } from "../../judge/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import { askPairs, type HeardPairs, type PairwiseWorld } from "./ask-pairs.ts";
import { type PairAsking, type PairRequest, pairRequests } from "./pair-requests.ts";
import type { PlannedPair, UnaskablePair } from "./plan-pairs.ts";

/**
 * Has a judge hold the answers of two systems against each other: as they were given first, then without
 * style, each in both orders.
 *
 * @param seed decides for each case which order is asked first
 * @throws as {@link askPairs}
 */
export async function compareAnswers(
  pairs: readonly (PlannedPair | UnaskablePair)[],
  world: PairwiseWorld,
  seed: number,
): Promise<PairwiseResult> {
  const { judge } = world;
  const fingerprint = pairJudgeIdentity(judge.id, sha256Hex);
  const planned = pairs.flatMap((pair) => {
    if ("problem" in pair) return [];
    return [{ pair, asking: pairRequests(pair, fingerprint, seed) }];
  });
  const requests = [
    ...planned.flatMap(({ asking }) => asking.answered),
    ...planned.flatMap(({ asking }) => asking.plain),
  ];
  const heard = await askPairs(requests, world);
  const { asked, reused, usage, costUsd, stopped } = heard;
  const cases = [
    ...planned.map(({ pair, asking }) => judgedCase(pair, asking, heard)),
    ...pairs.flatMap((pair) => ("problem" in pair ? [unasked(pair)] : [])),
  ];
  return pairwiseResult(cases, {
    judge: { model: judge.id, fingerprint, scripted: judge.kind === "script", seed },
    spending: {
      asked,
      reused,
      costUsd,
      inputTokens: usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens,
      outputTokens: usage.outputTokens,
    },
    ...(stopped !== undefined && { stopped }),
  });
}

function judgedCase(pair: PlannedPair, asking: PairAsking, heard: HeardPairs): PairwiseCase {
  const { suite, case: id, tags, trials, a, b } = pair;
  const preferred = preferredOf(asking.answered, heard);
  return {
    suite,
    case: id,
    tags,
    trials,
    ...preferred,
    reasoning: reasoningOf(preferred),
    style: preferredOf(asking.plain, heard),
    untouched: asking.untouched,
    look: { a: answerLook(a.join("\n\n")), b: answerLook(b.join("\n\n")) },
  };
}

function preferredOf(requests: readonly PairRequest[], heard: HeardPairs): PairwisePreferred {
  if (requests.length === 0) return identicalPair;
  return settlePair(requests.flatMap((request) => orderOf(request, heard) ?? []));
}

function orderOf(
  { key, first }: PairRequest,
  { judgments }: HeardPairs,
): PairwiseOrder | undefined {
  const said = judgments.get(key);
  if (said === undefined) return undefined;
  if ("type" in said) {
    const { cause, message } = said;
    return { first, prefers: null, reasoning: "", evidence: "", error: { cause, message } };
  }
  const { winner, reasoning, evidence } = said;
  const second = first === "a" ? "b" : "a";
  const prefers = winner === "tie" ? winner : winner === "first" ? first : second;
  return { first, prefers, reasoning, evidence };
}

function reasoningOf({ identical, orders }: PairwisePreferred): string {
  if (identical) return "Both answers are the same.";
  const [first] = orders;
  return first?.error?.message ?? first?.reasoning ?? "";
}

function unasked({ suite, case: id, tags, trials, problem }: UnaskablePair): PairwiseCase {
  const nothing: PairwisePreferred = {
    winner: null,
    inconsistent: false,
    orders: [],
    identical: false,
  };
  const look = answerLook("");
  return {
    suite,
    case: id,
    tags,
    trials,
    ...nothing,
    reasoning: problem,
    style: nothing,
    untouched: false,
    look: { a: look, b: look },
  };
}
