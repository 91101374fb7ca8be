import type { VNode } from "preact";
import { type CaseRecord, isBrokenCritical, type RunRecord } from "../../../record/index.ts";
import { caseName } from "../../case-name.ts";
import { missingNote } from "../../end-text.ts";
import { flakyText } from "../../history-text.ts";
import { calibrationWarnings, judgeNotes } from "../../judge-notes.ts";
import { judgeVarianceBlock } from "../../judge-variance-text.ts";
import { labelSentences, selectionSentence } from "../../labels.ts";
import { panelNotes } from "../../panel-text.ts";
import { servedSentences } from "../../served-models.ts";
import { spendingNotes } from "../../spending-text.ts";
import { spendingOf } from "../../spending.ts";
import type { RunSection } from "./run-section.ts";

/** More names than this are found faster by the filter of the table. */
const maxNamed = 20;

/** What a reader must know before trusting the numbers. */
export function Cautions({ record }: { readonly record: RunRecord }): VNode | null {
  const { started, cases } = record;
  const broken = cases.filter(isBrokenCritical);
  const sentences = [
    ...(broken.length === 0
      ? []
      : [`critical, so the gate fails whatever else holds: ${named(broken, caseName)}`]),
    ...selectionSentence(started),
    ...labelSentences(started),
    ...missingNote(record),
    ...servedSentences(record),
    ...calibrationWarnings(started),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul class="cautions">
      {sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}

/** What else there is to say of a run: its judges, its spending, its flaky cases. */
export const notes: RunSection = {
  id: "notes",
  title: "Notes",
  render: ({ record }) => {
    const { started, cases } = record;
    const flaky = cases.filter(({ history }) => history?.flaky === true);
    const sentences = [
      ...judgeNotes(started),
      ...panelNotes(record),
      ...judgeVarianceBlock(record, (_style, text) => text).flatMap((text) => text.split("\n")),
      ...spendingNotes(spendingOf(cases)),
      ...(flaky.length === 0
        ? []
        : [`flaky: ${named(flaky, (each) => `${caseName(each)}, ${flakyText(each)}`)}`]),
    ];
    if (sentences.length === 0) return undefined;
    return (
      <ul class="notes">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    );
  },
};

function named(cases: readonly CaseRecord[], text: (each: CaseRecord) => string): string {
  const rest = cases.length - maxNamed;
  const list = cases.slice(0, maxNamed).map(text).join("; ");
  return rest > 0 ? `${list}; and ${rest} more` : list;
}
