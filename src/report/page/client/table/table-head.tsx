import type { VNode } from "preact";
import type { RowSort, SortKey } from "../../data/select-rows.ts";
import type { Columns } from "./columns.ts";

interface Head {
  readonly sort: RowSort;
  readonly setSort: (sort: RowSort) => void;
  readonly columns: Columns;
}

/** The names of the columns, each a button that sorts by it. */
export function TableHead({ sort, setSort, columns }: Head): VNode {
  const { several, timed, reasoned } = columns;
  const head = (by: SortKey, title: string, kind: string): VNode => {
    const isSorted = sort.by === by;
    const first = kind === "number";
    const isDescending = isSorted && sort.descending;
    const next = isSorted ? !sort.descending : first;
    return (
      <th
        scope="col"
        role="columnheader"
        class={kind}
        aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : "none"}
      >
        <button type="button" class="sort" onClick={() => setSort({ by, descending: next })}>
          {title}
          <span class="arrow" aria-hidden="true">
            {isSorted ? (isDescending ? "↓" : "↑") : ""}
          </span>
        </button>
      </th>
    );
  };
  return (
    <thead role="rowgroup">
      <tr role="row">
        {head("attention", "outcome", "outcome")}
        {head("case", "case", "name")}
        {several && head("trials", "trials", "marks")}
        {reasoned && (
          <th scope="col" role="columnheader" class="reason">
            reason
          </th>
        )}
        {head("calls", "calls", "number")}
        {timed && head("time", "time", "number")}
        {head("cost", "cost", "number")}
      </tr>
    </thead>
  );
}
