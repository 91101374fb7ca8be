import { clip } from "../../core/text/clip.ts";
import type { CheckRecord, Outcome } from "../../record/index.ts";
import type { Ending } from "./trial-ending.ts";

/** How a trial ended, and why in one line. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly hint?: string;
}

const maxReason = 400;

/**
 * The outcome of a trial: the first that holds, in the order of the design. A check that this run cannot
 * decide, as prices or times are missing, is the suite's error: no judge and no retry would help. A broken
 * check is a fail even where the judge could not decide another one.
 */
export function decideOutcome(
  ending: Ending | undefined,
  checks: readonly CheckRecord[],
): Decision {
  if (ending !== undefined) return { ...ending, reason: clip(ending.reason, maxReason) };
  const unknown = checks.filter(({ outcome, judged }) => outcome === "undecided" && !judged);
  if (unknown.length > 0) {
    const hint = unknown[0]?.details;
    const rest = hint === undefined ? {} : { hint };
    return { outcome: "suite_error", reason: reasonOf(unknown), ...rest };
  }
  const broken = checks.filter(({ outcome }) => outcome === "fail");
  if (broken.length > 0) return { outcome: "fail", reason: reasonOf(broken) };
  const open = checks.filter(({ outcome }) => outcome === "undecided");
  if (open.length > 0) return { outcome: "judge_error", reason: reasonOf(open) };
  return { outcome: "pass" };
}

function reasonOf(checks: readonly CheckRecord[]): string {
  const [first] = checks;
  if (first === undefined) return "";
  const others = checks.length - 1;
  const more = others === 0 ? "" : ` (and ${others} more)`;
  return clip(`${first.id}: ${first.message}`, maxReason) + more;
}
