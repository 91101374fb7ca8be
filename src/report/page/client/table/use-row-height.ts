import { useEffect, useState } from "preact/hooks";

/** On a phone a row has three lines. */
const narrow = "(max-width: 720px)";
const wideRem = 2.75;
const narrowRem = 5;

/** Pixels of a row, as the style of the page sets them, in proportion to the reader's size of text. */
export function useRowHeight(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const update = (): void => setNarrow(query.matches);
    query.addEventListener("change", update);
    return () => query.removeEventListener("change", update);
  }, []);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (isNarrow ? narrowRem : wideRem) * rem;
}
