import type { Quotation } from "../../data/mark-evidence.ts";
import type { CheckDetail } from "../../data/page-data.ts";

/** What judges quoted, by where it stands. */
export interface Quotations {
  readonly answer: readonly Quotation[];
  readonly question: readonly Quotation[];
  /** By the number of the call, from 0. */
  readonly calls: ReadonlyMap<number, readonly Quotation[]>;
}

/** The evidence of all judges of a trial, each with the check that it is for. */
export function quotationsOf(checks: readonly CheckDetail[]): Quotations {
  const answer: Quotation[] = [];
  const question: Quotation[] = [];
  const calls = new Map<number, Quotation[]>();
  for (const { id, judges = [] } of checks) {
    for (const { evidence = "", from = [] } of judges.flatMap(({ votes }) => votes)) {
      const quotation = { quote: evidence, mark: id };
      for (const label of from) {
        const call = /of call (\d+)$/u.exec(label)?.[1];
        if (call !== undefined) addTo(calls, Number(call) - 1, quotation);
        else if (label.includes("question")) question.push(quotation);
        else answer.push(quotation);
      }
    }
  }
  return { answer, question, calls };
}

function addTo(calls: Map<number, Quotation[]>, index: number, quotation: Quotation): void {
  const known = calls.get(index);
  if (known === undefined) calls.set(index, [quotation]);
  else known.push(quotation);
}
