import { type CaseRecord, isDecidedAgainst } from "../record/index.ts";

/** More marks than this nobody counts. */
const maxMarks = 40;

/**
 * `4/5 ●●●●○`: how many trials of a case passed, and which; `?` for one that is undecided, `·` for one that
 * was left out because the case was settled. Empty for a single trial.
 */
export function trialMarks({
  trials,
  curtailed = 0,
}: Pick<CaseRecord, "trials" | "curtailed">): string {
  if (trials.length + curtailed < 2) return "";
  const passed = trials.filter(({ outcome }) => outcome === "pass").length;
  const marks = trials.slice(0, maxMarks).map(({ outcome }) => {
    if (outcome === "pass") return "●";
    return isDecidedAgainst(outcome) ? "○" : "?";
  });
  const rest = "·".repeat(Math.min(curtailed, maxMarks - marks.length));
  const isCut = trials.length + curtailed > maxMarks;
  return `${passed}/${trials.length} ${marks.join("")}${rest}${isCut ? "…" : ""}`;
}

/** Whether trials of a case came to different ends. */
export function hasMixedTrials({ trials }: Pick<CaseRecord, "trials">): boolean {
  return new Set(trials.map(({ outcome }) => outcome === "pass")).size > 1;
}
