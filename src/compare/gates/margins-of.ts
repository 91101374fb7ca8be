import type { Margins, RatioName } from "../metrics/margins.ts";
import type { Gate } from "./gate.ts";

const ratioNames: readonly RatioName[] = ["latency", "first_token", "tokens", "cost"];

/** The margins that gates declare; of two for one metric the narrower. */
export function marginsOf(gates: readonly Gate[]): Margins {
  const bound = (metric: string, rule: Gate["rule"]): number | undefined => {
    const bounds = gates
      .filter((gate) => gate.metric === metric && gate.rule === rule)
      .map((gate) => gate.bound);
    return bounds.length === 0 ? undefined : Math.min(...bounds);
  };
  const rubrics = gates
    .filter(({ metric, rule }) => metric.startsWith("score.") && rule === "not_worse_than")
    .map(({ metric }) => metric.slice("score.".length));
  return {
    passRate: bound("pass_rate", "not_worse_than"),
    scores: Object.fromEntries(
      rubrics.map((rubric) => [rubric, bound(`score.${rubric}`, "not_worse_than") ?? 0]),
    ),
    ratios: Object.fromEntries(
      ratioNames.flatMap((name) => {
        const ratio = bound(name, "ratio_at_most");
        return ratio === undefined ? [] : [[name, ratio] as const];
      }),
    ),
  };
}
