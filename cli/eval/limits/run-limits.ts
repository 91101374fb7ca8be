import type { Config } from "../../../src/config/index.ts";
import type { RunLimits } from "../../../src/eval/index.ts";
import type { Curtailment } from "../../../src/record/index.ts";
import type { LimitFlags } from "./limit-flags.ts";
import { readDuration } from "./read-duration.ts";
import { readErrorLimit } from "./read-error-limit.ts";

/** The bounds of a run: those of the flags, else those of flowproof.yml, whose schema has checked them. */
export function runLimits(
  { maxCost, maxTime, maxErrors }: Pick<LimitFlags, "maxCost" | "maxTime" | "maxErrors">,
  { limits: { run } }: Pick<Config, "limits">,
): RunLimits {
  const { max_cost_usd: costUsd, max_time: time, max_errors: errors } = run;
  return {
    maxCostUsd: maxCost ?? costUsd,
    maxMs: maxTime ?? (time === undefined ? undefined : readDuration(time)),
    maxErrors: maxErrors ?? (errors === undefined ? undefined : readErrorLimit(String(errors))),
  };
}

/** What is left out as soon as it cannot change anything. */
export function curtailment({ curtail = "case" }: LimitFlags): Curtailment | undefined {
  return curtail === "case" || curtail === "gate" ? curtail : undefined;
}
