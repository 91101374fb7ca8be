import type { VNode } from "preact";
import { outcomeTitle } from "../../words.ts";
import { outcomeOrder } from "../data/outcome-order.ts";
import type { RowOutcome } from "../data/page-data.ts";

/** How many cases ended in which way. */
export type OutcomeCounts = Readonly<Partial<Record<RowOutcome, number>>>;

/** Shares of outcomes as one bar, and the numbers in words. */
export function OutcomeBar({ counts }: { readonly counts: OutcomeCounts }): VNode {
  const present = outcomeOrder.toReversed().filter((outcome) => (counts[outcome] ?? 0) > 0);
  const total = present.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  let before = 0;
  const pieces = present.map((outcome) => {
    const width = ((counts[outcome] ?? 0) / total) * 100;
    const piece = { outcome, x: before.toFixed(3), width: width.toFixed(3) };
    before += width;
    return piece;
  });
  return (
    <>
      <svg class="outcomes" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {pieces.map(({ outcome, x, width }) => (
          <rect class={`fill-${outcome}`} x={x} y="0" width={width} height="8" />
        ))}
      </svg>
      <ul class="legend">
        {present.map((outcome) => (
          <li class={`key is-${outcome}`}>
            <b>{counts[outcome]}</b>{" "}
            {outcome === "unfinished" ? "unfinished" : outcomeTitle(outcome)}
          </li>
        ))}
      </ul>
    </>
  );
}
