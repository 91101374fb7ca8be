import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { PlacedRow } from "../../data/select-rows.ts";
import { focusRow } from "./focus-row.ts";

/** The row that the keyboard is at. */
export interface ActiveRow {
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Goes on by what a key says, brings the row into view, and gives it the focus. */
  readonly move: (event: KeyboardEvent) => void;
}

/** @param body the element that holds the rows. */
export function useActiveRow(
  rows: readonly PlacedRow[],
  rowHeight: number,
  body: RefObject<HTMLElement | null>,
): ActiveRow {
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState<number | undefined>(undefined);
  useEffect(() => setActive(0), [rows]);
  useLayoutEffect(() => {
    if (wanted === undefined) return undefined;
    bringIntoView(body.current, wanted, rowHeight);
    const isThere = focusRow(wanted);
    // Far away: it is in the page as soon as the scrolling has been noticed.
    const later = requestAnimationFrame(() => {
      if (!isThere) focusRow(wanted);
      setWanted(undefined);
    });
    return () => cancelAnimationFrame(later);
  }, [wanted, rowHeight, body]);
  const move = (event: KeyboardEvent): void => {
    const by = moves[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.min(rows.length - 1, Math.max(0, active + by));
    setActive(next);
    setWanted(next);
  };
  return { active, setActive, move };
}

const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Below the head of the table, which stays at the top. */
function bringIntoView(body: HTMLElement | null, index: number, rowHeight: number): void {
  const top = (body?.getBoundingClientRect().top ?? 0) + index * rowHeight;
  const margin = 2 * rowHeight;
  const below = top + margin - innerHeight;
  if (top < margin) scrollBy({ top: top - margin, behavior: "instant" });
  else if (below > 0) scrollBy({ top: below, behavior: "instant" });
}
