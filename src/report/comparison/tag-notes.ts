import type { Comparison, MetricResult } from "../../compare/index.ts";

/** A metric of the cases of one tag that differs for certain, as far as one look can tell. */
export interface TagFinding {
  readonly tag: string;
  readonly result: MetricResult;
  /** Whether it does so as one of all the looks at the same data, too. */
  readonly standsOut: boolean;
}

/**
 * What got worse by tag, then what got better. First comes what the total does not say: areas that it hides;
 * and among those quality before times and costs.
 */
export function tagFindings({
  byTag,
  metrics,
}: Pick<Comparison, "byTag" | "metrics">): readonly TagFinding[] {
  const total = new Map(metrics.map(({ metric, verdict }) => [metric, verdict]));
  const findings = Object.entries(byTag).flatMap(([tag, results]) =>
    results.filter(isCertain).map((result) => {
      return { tag, result, standsOut: (result.adjustedP ?? 1) <= 0.05 };
    }),
  );
  const rank = ({ result: { metric, verdict } }: TagFinding): number =>
    (verdict === "better" ? 4 : 0) +
    (total.get(metric) === verdict ? 2 : 0) +
    (metric === "pass_rate" || metric.startsWith("score.") ? 0 : 1);
  return findings.toSorted((one, other) => rank(one) - rank(other));
}

function isCertain({ verdict, worseWithinMargin }: MetricResult): boolean {
  return verdict === "worse" || verdict === "better" || worseWithinMargin === true;
}
