/** Of the link in a row that can be reached by keyboard. */
const rowLink = "[data-row]";

export function focusFirstRow(): void {
  const first = document.querySelector(rowLink);
  if (first instanceof HTMLElement) first.focus();
}

/** Whether it was there to be focused. */
export function focusRow(index: number): boolean {
  const link = document.querySelector(`[data-row="${index}"]`);
  if (!(link instanceof HTMLElement)) return false;
  link.focus({ preventScroll: true });
  return true;
}

/** The link to a case by its place in the data; undefined where it is not in the page. */
export function linkOf(place: number): HTMLElement | undefined {
  const link = document.querySelector(`[data-place="${place}"]`);
  return link instanceof HTMLElement ? link : undefined;
}
