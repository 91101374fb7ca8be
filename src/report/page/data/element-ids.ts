/** Of the element that holds what the script is given at once. */
export const pageDataId = "page-data";

/** Of the element that the table of cases is put into. */
export const casesId = "cases";

/** Of the element with all of a case, by the places of run and case in the data. */
export function detailId(run: number, index: number): string {
  return `detail-${run}-${index}`;
}

/** Of the part of the page that is about one of several runs. */
export function runId(run: number): string {
  return `run-${run}`;
}

/** Of the element that the table of a comparison's cases is put into. */
export const pairsId = "pairs";

/** Of the element that holds what the script is given of them at once. */
export const pairsDataId = "pairs-data";

/** Of the element with all of a case on both sides. */
export function pairDetailId(index: number): string {
  return `pair-${index}`;
}
