import type { ComparedCase } from "../cases/compared-case.ts";
import type { MetricResult } from "../metrics/metric-result.ts";
import type { Interval } from "../statistics/interval.ts";
import { meanInterval } from "../statistics/rates/mean-interval.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";
import type { Gate, GateResult } from "./gate.ts";

/** What gates are held against. */
export interface GatedNumbers {
  readonly metrics: readonly MetricResult[];
  /** All cases of B, also those that A does not have. */
  readonly cases: readonly ComparedCase[];
}

/**
 * Holds a gate against the numbers. A comparison passes where B is shown to be not worse than the margin,
 * fails where it is worse for certain and not shown to be within it, and is undecided otherwise. A value
 * of B alone is held against its bound with one-sided confidence of 95 % either way.
 */
export function judgeGate(gate: Gate, numbers: GatedNumbers): GateResult {
  return gate.rule === "at_least" ? absoluteGate(gate, numbers) : marginGate(gate, numbers.metrics);
}

const outcomes = {
  better: "pass",
  not_worse: "pass",
  worse: "fail",
  undecided: "undecided",
  not_comparable: "undecided",
} as const;

function marginGate(gate: Gate, metrics: readonly MetricResult[]): GateResult {
  const result = metrics.find(({ metric }) => metric === gate.metric);
  if (result === undefined)
    return { gate, outcome: "undecided", message: "nobody has measured it" };
  const { verdict, ratio, difference, low, high, leftOut = 0 } = result;
  const value = ratio === undefined ? `difference ${number(difference)}` : `ratio ${number(ratio)}`;
  const range = low === null ? "no interval" : `95 % interval ${number(low)} to ${number(high)}`;
  const words = verdict.replaceAll("_", " ");
  // What cannot be compared might have been what got worse.
  const others = leftOut === 0 ? "" : `; ${leftOut} more cannot be compared`;
  const outcome = leftOut > 0 && verdict !== "worse" ? "undecided" : outcomes[verdict];
  const measured = ratio ?? difference;
  return {
    gate,
    outcome,
    message: `${words}: ${value}, ${range}${others}`,
    ...(measured !== null && { measured: { value: measured, low, high } }),
  };
}

function absoluteGate(gate: Gate, { metrics, cases }: GatedNumbers): GateResult {
  if (gate.metric === "preference") {
    const result = metrics.find(({ metric }) => metric === gate.metric);
    return boundGate(gate, result?.b ?? undefined, result?.oneSided);
  }
  if (gate.metric === "pass_rate") {
    const decided = cases.flatMap(({ passed }) => (passed === undefined ? [] : [passed]));
    const passed = decided.filter(Boolean).length;
    const rate = decided.length === 0 ? undefined : passed / decided.length;
    return boundGate(gate, rate, wilsonInterval(passed, decided.length, 0.9));
  }
  const rubric = gate.metric.slice("score.".length);
  const grades = cases.flatMap(({ scores }) => scores.get(rubric) ?? []);
  const estimate = meanInterval(grades, 0.9);
  return boundGate(gate, estimate?.mean, estimate?.interval);
}

function boundGate(
  gate: Gate,
  value: number | undefined,
  interval: Interval | undefined,
): GateResult {
  if (value === undefined) return { gate, outcome: "undecided", message: "nobody has measured it" };
  if (interval === undefined) {
    const measured = { value, low: null, high: null };
    return { gate, outcome: "undecided", message: `${number(value)}, no interval`, measured };
  }
  const range = `90 % interval ${number(interval.low)} to ${number(interval.high)}`;
  const outcome = beside(interval, gate.bound);
  return { gate, outcome, message: `${number(value)}, ${range}`, measured: { value, ...interval } };
}

function beside({ low, high }: Interval, bound: number): GateResult["outcome"] {
  if (low >= bound) return "pass";
  return high < bound ? "fail" : "undecided";
}

function number(value: number | null): string {
  return value === null ? "unknown" : String(Number(value.toPrecision(3)));
}
