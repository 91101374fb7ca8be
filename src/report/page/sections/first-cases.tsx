import type { VNode } from "preact";
import { isNoteworthy } from "../../failure-text.ts";
import { caseRow, failuresFirst } from "../data/case-row.ts";
import { casesId } from "../data/element-ids.ts";
import { linkTo, telltaleTrial } from "../data/link.ts";
import { OutcomeBadge } from "../parts/outcome-badge.tsx";
import type { RunSection } from "./run-section.ts";

/** More than these is a table's work. */
const maxCases = 8;

/** The first of the cases that a reader must look at, each with why. */
export const firstCases: RunSection = {
  id: "first-cases",
  title: "Look at these first",
  render: ({ record, index }) => {
    const failed = failuresFirst(record.cases).filter(isNoteworthy);
    if (failed.length === 0) return undefined;
    const rest = failed.length - maxCases;
    return (
      <>
        <ul class="first-cases">
          {failed.slice(0, maxCases).map((each) => (
            <FirstCase row={caseRow(each)} run={index} />
          ))}
        </ul>
        {rest > 0 && (
          <p class="small">
            {rest} more that did not pass stand first in <a href={`#${casesId}`}>the cases</a>.
          </p>
        )}
      </>
    );
  },
};

interface Shown {
  readonly row: ReturnType<typeof caseRow>;
  readonly run: number;
}

function FirstCase({ row, run }: Shown): VNode {
  const { suite, target, outcome, reason, trials, critical, quarantined } = row;
  return (
    <li>
      <OutcomeBadge outcome={outcome} />
      <span class="first-name">
        <a href={linkTo({ suite, case: row.case, target, trial: telltaleTrial(trials), run })}>
          {row.case}
        </a>
        <span class="of">
          {suite}
          {target !== "default" && ` › ${target}`}
        </span>
        {critical && <span class="flag is-critical">critical</span>}
        {quarantined && <span class="flag">quarantined</span>}
      </span>
      <span class="first-reason">{reason}</span>
    </li>
  );
}
