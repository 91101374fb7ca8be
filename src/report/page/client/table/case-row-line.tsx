import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { cost, seconds } from "../../../words.ts";
import { linkTo, telltaleTrial } from "../../data/link.ts";
import type { CaseRow } from "../../data/page-data.ts";
import { OutcomeBadge } from "../../parts/outcome-badge.tsx";
import { TrialMarks } from "./trial-marks.tsx";

interface Shown {
  readonly row: CaseRow;
  /** Its place in the data. */
  readonly place: number;
  /** Its place among the rows that are shown. */
  readonly index: number;
  readonly run: number;
  readonly several: boolean;
  readonly timed: boolean;
  /** Whether any case has a reason. */
  readonly reasoned: boolean;
  /** Whether the tabulator key stops at it. */
  readonly isTabbed: boolean;
  readonly setActive: (index: number) => void;
}

/** A case in a line; all of it leads to the case. Made anew only where something of it changes: there are many. */
export function CaseRowLine(props: Shown): VNode {
  return useMemo(() => rowLine(props), Object.values(props));
}

function rowLine(props: Shown): VNode {
  const { row, place, index, run, several, timed, reasoned, isTabbed, setActive } = props;
  const { suite, target, outcome, tags, reason = "", trials, calls, activeMs, costUsd } = row;
  return (
    <tr role="row" class="case-row" aria-rowindex={index + 2}>
      <td role="cell" class="outcome">
        <OutcomeBadge outcome={outcome} />
      </td>
      <td role="cell" class="name">
        <div class="name-line">
          <a
            href={linkTo({ suite, case: row.case, target, trial: telltaleTrial(trials), run })}
            data-row={index}
            data-place={place}
            tabIndex={isTabbed ? 0 : -1}
            onFocus={() => setActive(index)}
          >
            {row.case}
          </a>
          <span class="of">
            {suite}
            {target !== "default" && ` › ${target}`}
          </span>
          {row.critical && <span class="flag is-critical">critical</span>}
          {row.quarantined && <span class="flag">quarantined</span>}
          {row.flaky && <span class="flag">flaky</span>}
          {tags.slice(0, 3).map((tag) => (
            <span class="tag">{tag}</span>
          ))}
        </div>
      </td>
      {several && (
        <td role="cell" class="marks">
          <TrialMarks trials={trials} />
        </td>
      )}
      {reasoned && (
        <td role="cell" class="reason" title={reason}>
          {reason}
        </td>
      )}
      <td role="cell" class="number">
        {calls}
      </td>
      {timed && (
        <td role="cell" class="number">
          {activeMs === null ? "–" : seconds(activeMs)}
        </td>
      )}
      <td role="cell" class="number">
        {costUsd === null ? "–" : costUsd === 0 ? "0" : cost(costUsd)}
      </td>
    </tr>
  );
}
