import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { PlacedRow, RowSort } from "../../data/select-rows.ts";
import { CaseRowLine } from "./case-row-line.tsx";
import type { Columns } from "./columns.ts";
import { Space } from "./space.tsx";
import { TableHead } from "./table-head.tsx";
import { useActiveRow } from "./use-active-row.ts";
import { useRowHeight } from "./use-row-height.ts";
import { useVisibleRows } from "./use-visible-rows.ts";

interface Shown {
  readonly rows: readonly PlacedRow[];
  readonly run: number;
  readonly sort: RowSort;
  readonly setSort: (sort: RowSort) => void;
  readonly columns: Columns;
}

/** All cases, a line each, of which only those in view are in the page. */
export function CaseTable({ rows, run, sort, setSort, columns }: Shown): VNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const rowHeight = useRowHeight();
  const { start, end } = useVisibleRows(body, rows.length, rowHeight);
  const { active, setActive, move } = useActiveRow(rows, rowHeight, body);
  const { several, timed, reasoned } = columns;
  const isInPage = active >= start && active < end;
  const tabbed = isInPage ? active : start;
  const visible = rows.slice(start, end);
  return (
    <table
      class="table case-table"
      role="table"
      aria-labelledby="cases-title"
      aria-rowcount={rows.length + 1}
    >
      <TableHead sort={sort} setSort={setSort} columns={columns} />
      <tbody ref={body} role="rowgroup" onKeyDown={move}>
        <Space height={start * rowHeight} />
        {visible.map((each, offset) => (
          <CaseRowLine
            key={each.place}
            row={each.row}
            place={each.place}
            index={start + offset}
            run={run}
            {...{ several, timed, reasoned }}
            isTabbed={start + offset === tabbed}
            setActive={setActive}
          />
        ))}
        <Space height={(rows.length - end) * rowHeight} />
        {rows.length === 0 && (
          <tr role="row">
            <td role="cell" class="none" colSpan={7}>
              No case is like this.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
