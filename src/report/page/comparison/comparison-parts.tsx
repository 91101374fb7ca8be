import { renderToString } from "preact-render-to-string";
import type { Pencil } from "../../charts/index.ts";
import type { ComparisonInput } from "../../comparison/comparison-reporter.ts";
import { sideTitles } from "../../comparison/side-text.ts";
import { pageScript } from "../../generated/page-assets.ts";
import { dataElement } from "../data/data-element.ts";
import { pairDetailId, pairsDataId } from "../data/element-ids.ts";
import { shownName } from "../data/shown-record.ts";
import { pageHead } from "../page-head.tsx";
import { shownMarkup } from "../shown-markup.ts";
import { ComparisonBody } from "./comparison-body.tsx";
import type { PairDetail, PairRow, PairsData } from "./pair-data.ts";
import { pairDetails } from "./pair-details.ts";
import { linkToPair } from "./pair-link.ts";
import { recordedPairs } from "./pair-rows.ts";

/** Characters of all cases together: beyond it a browser takes too long, and an artifact is not kept. */
const mostDetails = 100_000_000;

/**
 * The page of a comparison: what can be read at once, what the script needs at once, the script, and both sides of
 * each case, those first that flipped, so that they are there where not all fit.
 *
 * @yields pieces that are the document, put together
 */
export function* comparisonParts(
  input: ComparisonInput,
  pencil: Pencil,
  maxDetails: number = mostDetails,
): Generator<string, void> {
  const { comparison } = input;
  const pairs = recordedPairs(input);
  const shown = pairs.map(({ row }) => shownRow(row));
  const links = new Map(
    pairs.map(({ row }, index) => [`${row.suite}/${row.case}`, linkToPair(shown[index] ?? row)]),
  );
  const view = { ...input, pencil, linkTo: (name: string) => links.get(name) };
  const data: PairsData = {
    titles: sideTitles(comparison),
    pairs: shown,
  };
  yield pageHead(`${comparison.b.run} against ${comparison.a.run}`);
  yield shownMarkup(renderToString(<ComparisonBody view={view} />));
  yield dataElement(pairsDataId, data);
  yield `<script>${pageScript.text}</script>\n`;
  let left = maxDetails;
  let index = 0;
  for (const detail of pairDetails(input, pairs)) {
    const whole = dataElement(pairDetailId(index), detail);
    const part = whole.length <= left ? whole : dataElement(pairDetailId(index), leftOut);
    left -= part.length;
    yield part;
    index += 1;
  }
  yield "</body>\n</html>\n";
}

/** With its names as the page shows them: links and rows must agree on them. */
function shownRow(row: PairRow): PairRow {
  const { suite, case: id, tags } = row;
  return { ...row, suite: shownName(suite), case: shownName(id), tags: tags.map(shownName) };
}

const leftOut: PairDetail = {
  leftOut:
    "This case is left out, as the report would be too large with all of them. The journals of the runs have it.",
  trials: [],
};
