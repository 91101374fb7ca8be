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
 * there are none the pass rate, the scores and what a judge preferred: worse fails. What too few cases leave
 * undecided passes unless that is asked for. Nobody can tell where a critical case or a gate hangs on cases
 * that are not decided, and where nothing at all could be compared, or without gates nothing of quality.
 */
export function decideComparison(by: DecidedBy): Decision {
  const { flips, gates } = by;
  const failed = [
    ...flips.brokenCritical.map((name) => `critical case ${name} broke`),
    ...(gates.length > 0
      ? gates.filter(({ outcome }) => outcome === "fail").map((each) => `${nameOf(each)} failed`)
      : qualityOf(by)
          .filter(({ verdict }) => verdict === "worse")
          .map(({ metric }) => `${metric} is worse`)),
  ];
  if (failed.length > 0) return { gate: "fail", exitCode: 1, reason: listed(failed) };
  const hanging = gates.filter(({ isOpen: hangs }) => hangs === true).map(nameOf);
  const needed = [
    ...flips.openCritical.map((name) => `critical case ${name} is not decided`),
    ...(hanging.length === 0 ? [] : [`cases that are not decided could change ${listed(hanging)}`]),
  ];
  if (needed.length > 0) return cannotTell(listed(needed));
  const open = openIn(by);
  if (open.length > 0) return undecided(open, by);
  return { gate: "pass", exitCode: 0, reason: passedBecause(by) };
}

/** What too few cases, or what cannot be compared, leave undecided. */
function openIn(by: DecidedBy): readonly string[] {
  const { gates, isSame } = by;
  if (gates.length > 0) return gates.filter(({ outcome }) => outcome === "undecided").map(nameOf);
  if (isSame) return [];
  return qualityOf(by)
    .filter(isOpen)
    .map(({ metric }) => metric);
}

function undecided(open: readonly string[], by: DecidedBy): Decision {
  const { metrics, gates, strict } = by;
  const names = listed(open);
  if (metrics.every(isUnknown)) return cannotTell("nothing can be compared");
  // Times and costs alone do not say whether B may take the place of A.
  if (gates.length === 0 && qualityOf(by).every(isUnknown)) {
    return cannotTell("nothing of quality can be compared");
  }
  if (strict) return cannotTell(`${names} undecided`);
  const others = gates.length > 0 ? "no gate failed" : qualityHolds;
  return { gate: "undecided", exitCode: 0, reason: `${names} undecided, and ${others}` };
}

function cannotTell(why: string): Decision {
  return { gate: "undecided", exitCode: 3, reason: `cannot tell: ${why}` };
}

/** Of times, tokens and costs nothing is said: they may be worse for certain. */
const qualityHolds = "no quality is shown to be worse";

const maxListed = 5;

function listed(names: readonly string[]): string {
  const others = names.length - maxListed;
  const shown = names.slice(0, maxListed).join(", ");
  return others > 0 ? `${shown} and ${others} more` : shown;
}

function passedBecause({ gates, isSame }: DecidedBy): string {
  if (isSame) return "both sides are the same run";
  return gates.length > 0 ? "every gate passed" : qualityHolds;
}

function isOpen(result: MetricResult): boolean {
  return result.verdict === "undecided" || isUnknown(result);
}

function isUnknown({ verdict }: MetricResult): boolean {
  return verdict === "not_comparable";
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
