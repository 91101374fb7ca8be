import type { RunRecord } from "../../record/index.ts";
import type { RunPlan } from "../run/run-plan.ts";
import { caseHistory } from "./case-history.ts";
import type { HistoryBook } from "./history-book.ts";
import { historyKind } from "./history-kind.ts";

/** A run with what earlier runs of the same kind made of its cases. */
export function withHistory(plan: RunPlan, record: RunRecord, book: HistoryBook): RunRecord {
  const works = new Map(plan.cases.map((work) => [keyOf(work.planned), work]));
  const cases = record.cases.map((each) => {
    const work = works.get(keyOf(each));
    if (work === undefined || each.trials.length === 0) return each;
    const earlier = book
      .entriesOf({ ...work.planned, kind: historyKind(work) })
      .filter(({ run }) => run !== record.started.run);
    return { ...each, history: caseHistory(each, work.planned.hash, earlier) };
  });
  return { ...record, cases };
}

function keyOf(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
