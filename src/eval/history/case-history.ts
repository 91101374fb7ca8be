import { flakeOrRegression, type PassCount } from "../../compare/index.ts";
import {
  type CaseHistory,
  type CaseRecord,
  type HistoryVerdict,
  isDecidedAgainst,
  type TrialRecord,
} from "../../record/index.ts";
import { type HistoryEntry, isNews, passCountOf } from "./history-entry.ts";

/**
 * Holds a case against what earlier runs made of it: those of the same version where there are any, else
 * those of the version before. Undecided trials and those of the cache say nothing, and an undecided case
 * gets no verdict.
 */
export function caseHistory(
  record: Pick<CaseRecord, "outcome"> & {
    readonly trials: readonly Pick<TrialRecord, "outcome" | "cached">[];
  },
  hash: string,
  earlier: readonly HistoryEntry[],
): CaseHistory {
  const known = earlier.filter(({ trials }) => passCountOf(trials).total > 0);
  const version = known.some((each) => each.hash === hash) ? hash : known.at(-1)?.hash;
  const entries = known.filter((each) => each.hash === version);
  const changed = version !== undefined && version !== hash;
  const before = sumOf(entries.map(({ trials }) => passCountOf(trials)));
  const now = passCountOf(record.trials.filter(isNews));
  const isLost = record.outcome !== undefined && isDecidedAgainst(record.outcome);
  const { verdict, p } = isLost && now.total > 0 ? verdictOf(before, now) : {};
  return {
    runs: entries.length,
    trials: before.total,
    passes: before.passed,
    changed,
    ...(verdict !== undefined && { verdict }),
    ...(p !== undefined && { p }),
    flaky:
      !changed && before.total > 0 && verdict !== "regression" && isMixed(sumOf([before, now])),
  };
}

function verdictOf(
  before: PassCount,
  now: PassCount,
): { readonly verdict: HistoryVerdict; readonly p?: number } {
  if (before.total === 0) return { verdict: "new" };
  const { verdict, p } = flakeOrRegression(before, now);
  if (verdict === "regression") return { verdict, p };
  if (isMixed(before)) return { verdict: "usual flake", p };
  return { verdict: before.passed === 0 ? "fails as before" : "too few trials", p };
}

function isMixed({ passed, total }: PassCount): boolean {
  return passed > 0 && passed < total;
}

function sumOf(counts: readonly PassCount[]): PassCount {
  const sum = (key: keyof PassCount): number => counts.reduce((all, each) => all + each[key], 0);
  return { passed: sum("passed"), total: sum("total") };
}
