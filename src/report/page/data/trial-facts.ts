import type { TrialRecord } from "../../../record/index.ts";
import { sumUsage } from "../../sums.ts";
import { cost, seconds, tokens } from "../../words.ts";
import type { Fact } from "./page-data.ts";
import { shownName } from "./shown-record.ts";

/**
 * The numbers of a trial, in words; what its target did not tell is not among them.
 *
 * @param timed whether times mean something.
 */
export function trialFacts(trial: TrialRecord, timed: boolean): readonly Fact[] {
  const { status, turns, replies, calls, activeMs, waitMs, firstTokenMs, usage, judgeUsage } =
    trial;
  const unknown = new Set([...(trial.unknown ?? []), ...(timed ? [] : ["times"])]);
  const all: readonly (Fact & { readonly of?: string })[] = [
    { name: "status", value: status.replaceAll("_", " "), of: "status" },
    { name: "turns", value: String(turns) },
    { name: "replies", value: String(replies), of: "replies" },
    { name: "tool calls", value: String(calls.length), of: "calls" },
    { name: "active time", value: seconds(activeMs), of: "times" },
    ...(firstTokenMs === null
      ? []
      : [{ name: "first token", value: seconds(firstTokenMs), of: "times" }]),
    ...(waitMs > 0 ? [{ name: "waited", value: seconds(waitMs), of: "times" }] : []),
    {
      name: "tokens",
      value: tokens(sumUsage([usage, judgeUsage])).replace(" tokens", ""),
      of: "usage",
    },
    { name: "cost", value: costOf(trial) },
    ...(trial.cached === undefined
      ? []
      : [{ name: "replies from the cache", value: String(trial.cached.replies) }]),
    ...servedFacts(trial),
    ...(trial.unknown === undefined
      ? []
      : [{ name: "not told by the target", value: trial.unknown.join(", ") }]),
  ];
  return all
    .filter(({ of }) => of === undefined || !unknown.has(of))
    .map(({ name, value }) => ({ name, value: shownName(value) }));
}

function costOf({ costUsd, atLeastUsd = 0, unpriced = [] }: TrialRecord): string {
  if (costUsd !== null) return cost(costUsd);
  const known = atLeastUsd > 0 ? `at least ${cost(atLeastUsd)}; ` : "";
  return `${known}price of ${unpriced.length === 0 ? "a model" : unpriced.join(", ")} not known`;
}

function servedFacts({ servedModels }: TrialRecord): readonly Fact[] {
  if (servedModels === undefined) return [];
  const { agent, judge } = servedModels;
  return [
    ...(agent.length === 0 ? [] : [{ name: "agent served by", value: agent.join(", ") }]),
    ...(judge.length === 0 ? [] : [{ name: "judge served by", value: judge.join(", ") }]),
  ];
}
