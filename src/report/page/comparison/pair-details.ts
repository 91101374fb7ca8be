import type { CaseRecord } from "../../../record/index.ts";
import { alignTranscripts } from "../../alignment/index.ts";
import type { ComparisonInput } from "../../comparison/comparison-reporter.ts";
import { missingReason } from "../../end-text.ts";
import type { RunInput } from "../../report-input.ts";
import { caseDetail } from "../data/case-detail.ts";
import type { CaseDetail, TrialDetail } from "../data/page-data.ts";
import { isTimed } from "../data/timed.ts";
import { transcriptShelf } from "../data/transcript-shelf.ts";
import type { PairDetail, PairStep, PairTrial } from "./pair-data.ts";
import type { RecordedPair } from "./pair-rows.ts";

/**
 * All of each case on both sides, in the order of the pairs.
 *
 * @yields one case after the other, as together they may be very large
 */
export function* pairDetails(
  { a, b }: ComparisonInput,
  pairs: readonly RecordedPair[],
): Generator<PairDetail, void> {
  const [detailA, detailB] = [detailer(a), detailer(b)];
  for (const pair of pairs) {
    const left = pair.a && detailA?.(pair.a);
    const right = pair.b && detailB?.(pair.b);
    yield {
      ...(left !== undefined && { a: left }),
      ...(right !== undefined && { b: right }),
      trials: alignedTrials(left?.trials ?? [], right?.trials ?? []),
    };
  }
}

function detailer(input: RunInput | undefined): ((record: CaseRecord) => CaseDetail) | undefined {
  if (input === undefined) return undefined;
  const { record } = input;
  const shelf = transcriptShelf(input);
  const around = { notRun: missingReason(record), timed: isTimed(record.started.labels) };
  return (of) => caseDetail(of, shelf, around);
}

function alignedTrials(a: readonly TrialDetail[], b: readonly TrialDetail[]): readonly PairTrial[] {
  const numbers = new Set([...a, ...b].map(({ trial }) => trial));
  return [...numbers]
    .toSorted((x, y) => x - y)
    .map((trial) => {
      const of = (all: readonly TrialDetail[]): TrialDetail | undefined =>
        all.find((each) => each.trial === trial);
      return { trial, ...alignedSteps(of(a), of(b)) };
    });
}

/** The alignment with the steps by their places, so that none stands in the page twice. */
function alignedSteps(
  left: TrialDetail | undefined,
  right: TrialDetail | undefined,
): Omit<PairTrial, "trial"> {
  const [a, b] = [left?.steps, right?.steps];
  // Of one side alone there is nothing to align.
  if (a === undefined || b === undefined) return { steps: [] };
  const { rows, divergence, actionDivergence, omitted } = alignTranscripts(
    { steps: a, ...(left?.omittedSteps !== undefined && { omittedSteps: left.omittedSteps }) },
    { steps: b, ...(right?.omittedSteps !== undefined && { omittedSteps: right.omittedSteps }) },
  );
  const steps = rows.map((row): PairStep => {
    return {
      ...(row.a !== undefined && { a: a.indexOf(row.a) }),
      ...(row.b !== undefined && { b: b.indexOf(row.b) }),
      ...(row.difference !== undefined && { difference: row.difference }),
    };
  });
  return {
    steps,
    ...(divergence !== undefined && { divergence }),
    ...(actionDivergence !== undefined && { actionDivergence }),
    ...(omitted.a + omitted.b > 0 && { omitted }),
  };
}
