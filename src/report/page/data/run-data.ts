import { missingReason } from "../../end-text.ts";
import { withKnownHistory } from "../../history-text.ts";
import type { ReportInput, RunInput } from "../../report-input.ts";
import { caseDetail } from "./case-detail.ts";
import { caseRow, failuresFirst } from "./case-row.ts";
import type { CaseDetail, RunData } from "./page-data.ts";
import { isTimed } from "./timed.ts";
import { transcriptShelf } from "./transcript-shelf.ts";

/** A line for each case of each run, those that a reader must look at first. */
export function runData({ record }: RunInput): RunData {
  const { started, cases } = record;
  return {
    run: started.run,
    timed: isTimed(started.labels),
    cases: failuresFirst(cases).map(caseRow),
  };
}

/**
 * All of each case of a run, in the order of {@link runData}.
 *
 * @yields one case after the other, as together they may be very large
 */
export function* caseDetails(input: ReportInput["runs"][number]): Generator<CaseDetail, void> {
  const { record } = input;
  const shelf = transcriptShelf(input);
  const notRun = missingReason(record);
  const timed = isTimed(record.started.labels);
  for (const each of failuresFirst(withKnownHistory(record.cases))) {
    yield caseDetail(each, shelf, { notRun, timed });
  }
}
