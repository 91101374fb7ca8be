import type { Outcome } from "../../record/index.ts";
import type { StoredTrial } from "./stored-trial.ts";

/**
 * Whether a verdict could change what a trial came to: it was played to its end, and no limit and no
 * mistake of the suite decides it. A provider that failed the judge is no reason; one that failed the
 * agent is.
 */
export function isRescorable({ finished, exchanges }: StoredTrial): boolean {
  const { outcome, checks } = finished.record;
  if (exchanges === undefined || exchanges.length === 0) return false;
  if (outcome === "infra_error") return checks.length > 0;
  return rescored.has(outcome);
}

const rescored: ReadonlySet<Outcome> = new Set(["pass", "fail", "judge_error"]);
