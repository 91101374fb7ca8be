import type { CaseHistory, CaseRecord, HistoryVerdict } from "../record/index.ts";
import { count } from "./words.ts";

const verdicts: Readonly<Record<HistoryVerdict, string>> = {
  new: "no earlier run of it is known",
  regression: "regression: it fails more often than chance explains",
  "usual flake": "usual flake: it failed before every now and then",
  "fails as before": "fails as before: it has never passed",
  "too few trials":
    "too few trials to tell a regression from chance: it has not failed before, and chance may explain it",
};

/** What earlier runs say of a case that did not pass: `history: 9 of 10 trials passed in 2 runs; usual flake …`. */
export function historyText(history: CaseHistory | undefined): string | undefined {
  if (history?.verdict === undefined) return undefined;
  const { verdict, runs, trials, passes, changed, p } = history;
  if (verdict === "new") return `history: ${verdicts.new}`;
  const before = `${passes} of ${count(trials, "trial")} passed in ${count(runs, "run")}`;
  const what = changed ? " before the case, its flow or its models changed" : "";
  const chance = p === undefined ? "" : ` (p = ${shownP(p)})`;
  return `history: ${before}${what}; ${verdicts[verdict]}${chance}`;
}

/**
 * The cases as a text shows them: in the first run of all there is nothing to compare with, and to say so of
 * every case would be noise.
 */
export function withKnownHistory(cases: readonly CaseRecord[]): readonly CaseRecord[] {
  if (cases.some(({ history }) => history !== undefined && history.runs > 0)) return cases;
  return cases.map(withoutHistory);
}

function withoutHistory(record: CaseRecord): CaseRecord {
  const { history, ...rest } = record;
  return history === undefined ? record : rest;
}

/** `3 of 5, now 4/5`: what a flaky case did so far. */
export function flakyText({ history, trials }: CaseRecord): string {
  const passed = trials.filter(({ outcome }) => outcome === "pass").length;
  const now = `${passed} of ${count(trials.length, "trial")} passed now`;
  if (history === undefined) return now;
  return `${history.passes} of ${history.trials} in ${count(history.runs, "run")} before, ${now}`;
}

/** Three digits, and never a certainty. */
function shownP(p: number): string {
  if (p < 0.001) return "below 0.001";
  return p > 0.999 ? "1" : p.toPrecision(3).replace(/0+$/u, "").replace(/\.$/u, "");
}
