import { renderToString } from "preact-render-to-string";
import type { Pencil } from "../charts/index.ts";
import { pageScript } from "../generated/page-assets.ts";
import type { ReportInput } from "../report-input.ts";
import { dataElement } from "./data/data-element.ts";
import { detailId, pageDataId } from "./data/element-ids.ts";
import type { CaseDetail } from "./data/page-data.ts";
import { caseDetails, runData } from "./data/run-data.ts";
import { shownRecord } from "./data/shown-record.ts";
import { PageBody } from "./page-body.tsx";
import { pageHead } from "./page-head.tsx";
import { shownMarkup } from "./shown-markup.ts";

/** Characters of all cases together: beyond it a browser takes too long, and an artifact is not kept. */
const maxDetails = 100_000_000;

/**
 * The page: what can be read at once, then what the script needs at once, the script, and all of each case,
 * so that nobody waits for thousands of transcripts to see the table.
 *
 * @yields pieces that are the document, put together
 */
export function* pageParts(given: ReportInput, pencil: Pencil): Generator<string, void> {
  const input = {
    runs: given.runs.map((each) => ({ ...each, record: shownRecord(each.record) })),
  };
  yield pageHead(input.runs.map(({ record }) => record.started.run).join(", "));
  yield shownMarkup(renderToString(<PageBody input={input} pencil={pencil} />));
  yield dataElement(pageDataId, { runs: input.runs.map(runData) });
  yield `<script>${pageScript.text}</script>\n`;
  let left = maxDetails;
  for (const [run, each] of input.runs.entries()) {
    let index = 0;
    for (const detail of caseDetails(each)) {
      const whole = dataElement(detailId(run, index), detail);
      const part =
        whole.length <= left ? whole : dataElement(detailId(run, index), leftOut(detail));
      left -= part.length;
      yield part;
      index += 1;
    }
  }
  yield "</body>\n</html>\n";
}

function leftOut({ trials }: CaseDetail): CaseDetail {
  const named = trials.length === 1 ? "its trial" : `its ${trials.length} trials`;
  return {
    leftOut: `This case and ${named} are left out, as the report would be too large with all of them. The journal of the run has them.`,
    trials: [],
  };
}
