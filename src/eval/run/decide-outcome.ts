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
 * The outcome of a trial: the first that holds, in the order of the design. A broken check is a fail
 * even where the judge could not decide another one.
 */
export function decideOutcome(
  ending: Ending | undefined,
  checks: readonly CheckRecord[],
): Decision {
  if (ending !== undefined) return { ...ending, reason: clip(ending.reason, maxReason) };
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
