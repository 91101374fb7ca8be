import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { runId } from "../data/element-ids.ts";
import { readLink } from "../data/link.ts";
import type { PageData } from "../data/page-data.ts";
import {
  attentionFirst,
  filterRows,
  noFilter,
  type RowFilter,
  type RowSort,
  sortRows,
} from "../data/select-rows.ts";
import { CasePanel } from "./panel/case-panel.tsx";
import { RunSwitch } from "./run-switch.tsx";
import { CaseTable } from "./table/case-table.tsx";
import { columnsOf } from "./table/columns.ts";
import { FilterBar } from "./table/filter-bar.tsx";
import { setHash, useHash } from "./use-hash.ts";

/** The cases of the run that is looked at, and the one that is open. */
export function CasesApp({ data }: { readonly data: PageData }): VNode {
  const hash = useHash();
  const link = readLink(hash);
  const run = useRun(data, hash);
  const [filter, setFilter] = useState<RowFilter>(noFilter);
  const [sort, setSort] = useState<RowSort>(attentionFirst);
  const shownRun = data.runs[run];
  const all = useMemo(
    () => (shownRun?.cases ?? []).map((row, place) => ({ row, place })),
    [shownRun],
  );
  const rows = useMemo(() => sortRows(filterRows(all, filter), sort), [all, filter, sort]);
  const columns = useMemo(() => columnsOf(shownRun), [shownRun]);
  useLayoutEffect(() => setFilter(noFilter), [run]);
  return (
    <section class="section cases" aria-labelledby="cases-title">
      <div class="cases-head">
        <h2 id="cases-title">Cases</h2>
        {data.runs.length > 1 && <RunSwitch data={data} run={run} />}
      </div>
      <FilterBar {...{ all, shown: rows.length, filter, setFilter, sort, setSort }} />
      <CaseTable {...{ rows, run, sort, setSort, columns }} />
      {link !== undefined && (
        <CasePanel link={link} rows={rows} all={all} close={() => setHash("")} />
      )}
    </section>
  );
}

/** The run that is looked at: the one that the address named last. The others' parts of the page are hidden. */
function useRun(data: PageData, hash: string): number {
  const [run, setRun] = useState(0);
  const named = runNamed(hash);
  const shown = named !== undefined && named < data.runs.length ? named : run;
  useEffect(() => {
    setRun(shown);
    for (const index of data.runs.keys()) {
      document.getElementById(runId(index))?.toggleAttribute("hidden", index !== shown);
    }
  }, [data, shown]);
  return shown;
}

function runNamed(hash: string): number | undefined {
  const link = readLink(hash);
  if (link !== undefined) return link.run;
  const number = /^#run-(\d+)$/u.exec(hash)?.[1];
  return number === undefined ? undefined : Number(number);
}
