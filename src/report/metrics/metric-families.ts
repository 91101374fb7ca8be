import type { MetricFamily, MetricSample } from "../../format/index.ts";
import type { SummaryUsage } from "../sums.ts";
import type { MetricGroup } from "./metric-group.ts";

/** A family with a number for each group that has one. */
interface GroupFamily {
  readonly name: string;
  readonly unit: string;
  readonly help: string;
  readonly value: (group: MetricGroup) => number | undefined;
}

const families: readonly GroupFamily[] = [
  {
    name: "flowproof_pass_ratio",
    unit: "ratio",
    help: "Cases that pass, of those that pass, fail or end in agent_error.",
    value: ({ passRate }) => passRate?.value,
  },
  {
    name: "flowproof_pass_low_ratio",
    unit: "ratio",
    help: "Lower end of the 95 % interval of flowproof_pass_ratio.",
    value: ({ passRate }) => passRate?.low,
  },
  {
    name: "flowproof_pass_high_ratio",
    unit: "ratio",
    help: "Upper end of the 95 % interval of flowproof_pass_ratio.",
    value: ({ passRate }) => passRate?.high,
  },
  {
    name: "flowproof_cost_usd",
    unit: "usd",
    help: "US dollars for agent and judge; absent where the price of a model is not known.",
    value: ({ costUsd }) => costUsd,
  },
  {
    name: "flowproof_latency_p50_seconds",
    unit: "seconds",
    help: "Median over cases of the mean active time of a trial; absent for replays.",
    value: ({ latencyMs }) => seconds(latencyMs),
  },
  {
    name: "flowproof_first_token_p50_seconds",
    unit: "seconds",
    help: "Median over cases of the mean time to the first token; absent for replays.",
    value: ({ firstTokenMs }) => seconds(firstTokenMs),
  },
];

/** Everything that is counted and measured for suites and targets. */
export function groupFamilies(groups: readonly MetricGroup[]): readonly MetricFamily[] {
  return [
    {
      name: "flowproof_cases",
      type: "gauge",
      help: "Cases that decide, by outcome.",
      samples: groups.flatMap(({ labels, counts }) =>
        Object.entries(counts).map(([outcome, value]) => ({
          labels: { ...labels, outcome },
          value,
        })),
      ),
    },
    ...families.map(({ name, unit, help, value }): MetricFamily => {
      const samples = groups.flatMap((group): readonly MetricSample[] => {
        const known = value(group);
        return known === undefined ? [] : [{ labels: group.labels, value: known }];
      });
      return { name, type: "gauge", unit, help, samples };
    }),
    {
      name: "flowproof_used_tokens",
      type: "gauge",
      unit: "tokens",
      help: "Tokens of all trials, as providers count them; absent where a target does not tell.",
      samples: groups.flatMap(tokenSamples),
    },
  ];
}

function tokenSamples({ labels, agentUsage, judgeUsage }: MetricGroup): readonly MetricSample[] {
  return [
    ...(agentUsage === undefined ? [] : usageSamples(agentUsage, { ...labels, role: "agent" })),
    ...usageSamples(judgeUsage, { ...labels, role: "judge" }),
  ];
}

function usageSamples(
  usage: SummaryUsage,
  labels: MetricSample["labels"],
): readonly MetricSample[] {
  const kinds = {
    input: usage.inputTokens,
    output: usage.outputTokens,
    cache_read: usage.cacheReadTokens,
    cache_write: usage.cacheWriteTokens,
  };
  return Object.entries(kinds).map(([kind, value]) => ({ labels: { ...labels, kind }, value }));
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000;
}
