import { foldWhitespace } from "../../../core/text/fold-whitespace.ts";
import type { CaseRecord, TrialRecord } from "../../../record/index.ts";
import { sumCost } from "../../sums.ts";
import { shortText } from "./cut-text.ts";
import { rankOf } from "./outcome-order.ts";
import type { CaseRow } from "./page-data.ts";

const maxReason = 300;

/** A line of the table of cases. */
export function caseRow(record: CaseRecord): CaseRow {
  const { suite, target, tags, outcome, trials, require, critical, quarantine, history } = record;
  const reason = reasonOf(record);
  return {
    suite,
    case: record.case,
    target,
    outcome: outcome ?? "unfinished",
    tags,
    ...(critical && { critical: true }),
    ...(quarantine !== undefined && { quarantined: true }),
    ...(history?.flaky === true && { flaky: true }),
    trials: trials.map((each) => each.outcome),
    require,
    ...(reason !== undefined && { reason }),
    calls: callsOf(trials),
    activeMs: meanOf(trials),
    costUsd: sumCost(trials),
  };
}

/** Of the same kind as the case ended, where there is one: that is what decided. */
function reasonOf({ outcome, trials }: CaseRecord): string | undefined {
  if (outcome === "pass") return undefined;
  const deciding = trials.find((each) => each.outcome === outcome);
  const reason = (deciding ?? trials.find((each) => each.outcome !== "pass"))?.reason;
  return reason === undefined
    ? undefined
    : shortText(foldWhitespace(reason.slice(0, 2000)), maxReason);
}

function callsOf(trials: readonly TrialRecord[]): number {
  return trials.reduce((sum, { calls }) => sum + calls.length, 0);
}

function meanOf(trials: readonly TrialRecord[]): number | null {
  const known = trials.filter(({ unknown = [] }) => !unknown.includes("times"));
  if (known.length === 0) return null;
  const sum = known.reduce((total, { activeMs }) => total + activeMs, 0);
  return Math.round(sum / known.length);
}

/** Those that a reader must look at first: by outcome, critical ones before others, those in quarantine last of their kind. */
export function failuresFirst(cases: readonly CaseRecord[]): readonly CaseRecord[] {
  return cases.toSorted((a, b) => weight(a) - weight(b));
}

function weight({ outcome, quarantine, critical }: CaseRecord): number {
  const group = outcome === "pass" ? 100 : quarantine === undefined ? 0 : 50;
  return group + 2 * rankOf(outcome ?? "unfinished") + (critical ? 0 : 1);
}
