import type { Flips } from "./cases/flips.ts";
import type { Comparison } from "./comparison.ts";
import type { GateResult } from "./gates/gate.ts";
import type { MetricResult } from "./metrics/metric-result.ts";

/** What the end of a comparison depends on. */
export interface DecidedBy {
  readonly metrics: readonly MetricResult[];
  readonly flips: Flips;
  /** None where quality alone decides. */
  readonly gates: readonly GateResult[];
  readonly strict: boolean;
  /** Both sides are the same run. */
  readonly isSame: boolean;
}

type Decision = Pick<Comparison, "gate" | "exitCode" | "reason">;

/**
 * Whether B may take the place of A. A critical case that broke decides by itself; then gates, and where
 * there are none the pass rate, the scores and what a judge preferred: worse fails. What is undecided passes unless that is asked
 * for; where nothing at all could be compared, nobody can tell.
 */
export function decideComparison(by: DecidedBy): Decision {
  const { flips, gates, isSame } = by;
  const failed = [
    ...flips.brokenCritical.map((name) => `critical case ${name} broke`),
    ...(gates.length > 0
      ? gates.filter(({ outcome }) => outcome === "fail").map((each) => `${nameOf(each)} failed`)
      : qualityOf(by)
          .filter(({ verdict }) => verdict === "worse")
          .map(({ metric }) => `${metric} is worse`)),
  ];
  if (failed.length > 0) return { gate: "fail", exitCode: 1, reason: listed(failed) };
  const open =
    gates.length > 0
      ? gates.filter(({ outcome }) => outcome === "undecided").map(nameOf)
      : isSame
        ? []
        : qualityOf(by)
            .filter(isOpen)
            .map(({ metric }) => metric);
  if (open.length > 0) return undecided(open, by);
  return { gate: "pass", exitCode: 0, reason: passedBecause(by) };
}

function undecided(open: readonly string[], { metrics, strict }: DecidedBy): Decision {
  const names = listed(open);
  if (metrics.every(({ verdict }) => verdict === "not_comparable")) {
    return { gate: "undecided", exitCode: 3, reason: "cannot tell: nothing can be compared" };
  }
  if (strict) return { gate: "undecided", exitCode: 3, reason: `cannot tell: ${names} undecided` };
  return { gate: "undecided", exitCode: 0, reason: `${names} undecided, and nothing is worse` };
}

const maxListed = 5;

function listed(names: readonly string[]): string {
  const others = names.length - maxListed;
  const shown = names.slice(0, maxListed).join(", ");
  return others > 0 ? `${shown} and ${others} more` : shown;
}

function passedBecause({ gates, isSame }: DecidedBy): string {
  if (isSame) return "both sides are the same run";
  return gates.length > 0 ? "every gate passed" : "nothing is worse";
}

function isOpen({ verdict }: MetricResult): boolean {
  return verdict === "undecided" || verdict === "not_comparable";
}

function qualityOf({ metrics }: DecidedBy): readonly MetricResult[] {
  return metrics.filter(
    ({ metric }) =>
      metric === "pass_rate" || metric === "preference" || metric.startsWith("score."),
  );
}

function nameOf({ gate, suite }: GateResult): string {
  const name = `gate ${gate.metric}.${gate.rule}=${gate.bound}`;
  return suite === undefined ? name : `${name} of ${suite}`;
}
