import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { PairsData } from "../../comparison/pair-data.ts";
import { readPairLink } from "../../comparison/pair-link.ts";
import { setHash, useHash } from "../use-hash.ts";
import { type ChosenPairs, choosePairs, noChoice } from "./choose-pairs.ts";
import { PairFilters } from "./pair-filters.tsx";
import { PairPanel } from "./pair-panel.tsx";
import { PairTable } from "./pair-table.tsx";

/** The cases of both systems, and the one whose transcripts are open. */
export function PairsApp({ data }: { readonly data: PairsData }): VNode {
  const link = readPairLink(useHash());
  const [choice, setChoice] = useState<ChosenPairs>(noChoice);
  const all = useMemo(() => data.pairs.map((row, place) => ({ row, place })), [data]);
  const rows = useMemo(() => choosePairs(all, choice), [all, choice]);
  useEffect(() => {
    addEventListener("click", openInPlace);
    return () => removeEventListener("click", openInPlace);
  }, []);
  return (
    <section class="section cases" aria-labelledby="pairs-title">
      <h2 id="pairs-title">Cases</h2>
      <PairFilters {...{ all, choice, setChoice }} shown={rows.length} />
      <PairTable {...{ rows }} titles={data.titles} />
      {link !== undefined && (
        <PairPanel {...{ link, rows, all }} titles={data.titles} close={() => setHash("")} />
      )}
    </section>
  );
}

/** A browser that follows a link takes the focus from it, and could not give it back when the case is closed. */
function openInPlace(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const address = link?.getAttribute("href") ?? "";
  if (readPairLink(address) === undefined) return;
  event.preventDefault();
  setHash(address);
}
