import { markdownWords } from "../../format/index.ts";
import type { RunRecord } from "../../record/index.ts";
import { missingNote } from "../end-text.ts";
import { calibrationWarnings, judgeNotes } from "../judge-notes.ts";
import { labelSentences, selectionSentence } from "../labels.ts";
import { panelNotes } from "../panel-text.ts";
import { servedSentences } from "../served-models.ts";
import { costText, spendingNotes } from "../spending-text.ts";
import { spendingOf } from "../spending.ts";
import { sumUsage } from "../sums.ts";
import { count, tokens } from "../words.ts";

/** What a reader must know besides the numbers, one line each. */
export function noteLines(record: RunRecord): readonly string[] {
  const { started, cases } = record;
  const sentences = [
    ...selectionSentence(started),
    ...labelSentences(started),
    ...servedSentences(record),
    ...calibrationWarnings(started).map((warning) => `warning: ${warning}`),
    ...judgeNotes(started),
    ...panelNotes(record),
    ...missingNote(record),
    ...spendingNotes(spendingOf(cases)),
    usedText(record),
  ];
  return sentences.map((sentence) => `- ${markdownWords(sentence)}`);
}

function usedText({ cases }: RunRecord): string {
  const trials = cases.flatMap((each) => each.trials);
  const usage = sumUsage(trials.flatMap((trial) => [trial.usage, trial.judgeUsage]));
  return `${count(trials.length, "trial")}, ${tokens(usage)}, ${costText(spendingOf(cases))}`;
}
