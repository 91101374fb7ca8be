import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { seconds } from "../../../words.ts";
import type { PairRow, PairSide, PairsData } from "../../comparison/pair-data.ts";
import { linkToPair } from "../../comparison/pair-link.ts";
import { OutcomeBadge } from "../../parts/outcome-badge.tsx";
import { TrialMarks } from "../table/trial-marks.tsx";
import { useRowHeight } from "../table/use-row-height.ts";
import { useVisibleRows } from "../table/use-visible-rows.ts";
import { ChangeWord } from "./change-word.tsx";
import type { PlacedPair } from "./choose-pairs.ts";

interface Shown {
  readonly rows: readonly PlacedPair[];
  readonly titles: PairsData["titles"];
}

/** All cases, a line each with both outcomes, of which only those in view are in the page. */
export function PairTable({ rows, titles }: Shown): VNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const rowHeight = useRowHeight();
  const { start, end } = useVisibleRows(body, rows.length, rowHeight);
  return (
    <table
      class="table case-table pair-table"
      role="table"
      aria-labelledby="pairs-title"
      aria-rowcount={rows.length + 1}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          <th role="columnheader" scope="col" class="change">
            change
          </th>
          <th role="columnheader" scope="col" class="name">
            case
          </th>
          <th role="columnheader" scope="col" class="side">
            {titles.a}
          </th>
          <th role="columnheader" scope="col" class="side">
            {titles.b}
          </th>
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup">
        <Space height={start * rowHeight} />
        {rows.slice(start, end).map(({ row, place }, offset) => (
          <PairLine key={place} {...{ row, place, titles }} index={start + offset} />
        ))}
        <Space height={(rows.length - end) * rowHeight} />
        {rows.length === 0 && (
          <tr role="row">
            <td role="cell" class="none" colSpan={4}>
              No case is like this.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Stands for the rows that are not in the page. */
function Space({ height }: { readonly height: number }): VNode | null {
  if (height <= 0) return null;
  return <tr class="space" aria-hidden="true" style={{ height: `${height}px` }} />;
}

interface Line {
  readonly row: PairRow;
  /** Its place in the data. */
  readonly place: number;
  /** Its place among the rows that are shown. */
  readonly index: number;
  readonly titles: PairsData["titles"];
}

/** A case on both sides; all of the line leads to both transcripts. */
function PairLine({ row, place, index, titles }: Line): VNode {
  const { suite, case: id, tags, change, critical, a, b } = row;
  return (
    <tr role="row" class="case-row" aria-rowindex={index + 2}>
      <td role="cell" class="change">
        <ChangeWord change={change} />
      </td>
      <td role="cell" class="name">
        <div class="name-line">
          <a href={linkToPair({ suite, case: id })} data-place={place}>
            {id}
          </a>
          <span class="of">{suite}</span>
          {critical && <span class="flag is-critical">critical</span>}
          {tags.slice(0, 3).map((tag) => (
            <span class="tag">{tag}</span>
          ))}
        </div>
      </td>
      <SideCell side={a} title={titles.a} />
      <SideCell side={b} title={titles.b} />
    </tr>
  );
}

function SideCell({ side, title }: { readonly side: PairSide; readonly title: string }): VNode {
  const { outcome, trials, latencyMs } = side;
  return (
    <td role="cell" class="side">
      <span class="side-title" aria-hidden="true">
        {title}
      </span>{" "}
      <OutcomeBadge outcome={outcome} /> {trials.length > 1 && <TrialMarks trials={trials} />}
      {latencyMs !== null && <span class="of">{seconds(latencyMs)}</span>}
    </td>
  );
}
