import type { PairDetail, PairsData } from "../comparison/pair-data.ts";
import { detailId, pageDataId, pairDetailId, pairsDataId } from "../data/element-ids.ts";
import type { CaseDetail, PageData } from "../data/page-data.ts";

export function readPageData(): PageData {
  const data: PageData = JSON.parse(textOf(pageDataId) ?? '{"runs":[]}');
  return data;
}

/** All of a case; undefined while the page is still being read. */
export function readDetail(run: number, place: number): CaseDetail | undefined {
  const text = textOf(detailId(run, place));
  if (text === undefined) return undefined;
  const detail: CaseDetail = JSON.parse(text);
  return detail;
}

/** The cases of a comparison; undefined on a page without one. */
export function readPairs(): PairsData | undefined {
  const text = textOf(pairsDataId);
  if (text === undefined) return undefined;
  const data: PairsData = JSON.parse(text);
  return data;
}

/** A case of a comparison on both sides; undefined while the page is still being read. */
export function readPair(place: number): PairDetail | undefined {
  const text = textOf(pairDetailId(place));
  if (text === undefined) return undefined;
  const detail: PairDetail = JSON.parse(text);
  return detail;
}

function textOf(id: string): string | undefined {
  return document.getElementById(id)?.textContent ?? undefined;
}
