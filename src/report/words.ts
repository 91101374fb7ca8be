import type { Outcome } from "../record/index.ts";
import type { PassRate } from "./pass-rate.ts";
import type { SummaryUsage } from "./sums.ts";

/** `1 case`, `3 cases`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

export function percent(share: number): string {
  const value = share * 100;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} %`;
}

/** `100 % (72.2 % – 100 %)`: the interval stands beside every rate. */
export function rate(passRate: PassRate | undefined): string {
  if (passRate === undefined) return "–";
  const { value, low, high } = passRate;
  return `${percent(value)} (${percent(low)} – ${percent(high)})`;
}

/** `1.2k`, for numbers that nobody reads to the last digit. */
export function compact(amount: number): string {
  if (amount < 1000) return String(amount);
  if (amount < 999_950) return `${(amount / 1000).toFixed(1)}k`;
  return `${(amount / 1_000_000).toFixed(1)}M`;
}

/** `730`, `33k`: to two digits, as nobody can tell more of what is only estimated. */
function roughly(amount: number): string {
  const rounded = Number(amount.toPrecision(2));
  return rounded < 1000 ? String(rounded) : `${rounded / 1000}k`;
}

/** `about 1 more case would decide it`. */
export function deciding(needCases: number): string {
  const cases = needCases === 1 ? "1 more case" : `${roughly(needCases)} more cases`;
  return `about ${cases} would decide it`;
}

export function tokens(usage: SummaryUsage): string {
  const input = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  return `${compact(input)} tokens in, ${compact(usage.outputTokens)} out`;
}

export function cost(costUsd: number | null): string {
  if (costUsd === null) return "cost unknown";
  return costUsd === 0 ? "no cost" : `$${costUsd.toFixed(costUsd < 0.1 ? 4 : 2)}`;
}

export function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const titles: Readonly<Record<Outcome, string>> = {
  pass: "pass",
  fail: "fail",
  agent_error: "agent error",
  judge_error: "judge error",
  infra_error: "infra error",
  suite_error: "suite error",
};

/** An outcome in words; `unfinished` where there is none yet. */
export function outcomeTitle(outcome: Outcome | null | undefined): string {
  return outcome === null || outcome === undefined ? "unfinished" : titles[outcome];
}
