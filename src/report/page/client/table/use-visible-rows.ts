import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** The rows that are in the page: those in view and some around them. The end is not included. */
export interface VisibleRows {
  readonly start: number;
  readonly end: number;
  /** Pixels; all rows are alike. */
  readonly rowHeight: number;
}

/** Rows beyond what is in view, so that scrolling finds them there. */
const around = 20;
/** Rendered anew only when so many rows have passed. */
const step = 10;

/**
 * Follows the scrolling of the page, as only the rows in view are worth an element each.
 *
 * @param body the element that holds the rows.
 */
export function useVisibleRows(
  body: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): VisibleRows {
  const [start, setStart] = useState(0);
  const [inView, setInView] = useState(50);
  useLayoutEffect(() => {
    const update = (): void => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, -top / rowHeight - around);
      setStart(Math.floor(first / step) * step);
      setInView(Math.ceil(innerHeight / rowHeight));
    };
    update();
    addEventListener("scroll", update, { passive: true });
    addEventListener("resize", update);
    return () => {
      removeEventListener("scroll", update);
      removeEventListener("resize", update);
    };
  }, [body, rowHeight, count]);
  const end = Math.min(count, start + inView + 2 * around + step);
  return { start: Math.min(start, Math.max(0, end - 1)), end, rowHeight };
}
