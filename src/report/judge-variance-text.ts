import { type CriterionVariance, flippingCriteria, judgeVariance } from "../compare/index.ts";
import { clip } from "../core/text/clip.ts";
import { foldWhitespace } from "../core/text/fold-whitespace.ts";
import { printable } from "../core/text/printable.ts";
import type { Paint } from "../format/index.ts";
import type { RunRecord } from "../record/index.ts";
import { caseName } from "./case-name.ts";

const maxNamed = 20;
const maxCriterion = 120;

/** What verdicts vary by, and the criteria that flip; nothing where nothing was judged several times. */
export function judgeVarianceBlock(record: RunRecord, paint: Paint): string[] {
  const variance = judgeVariance(record);
  if (variance === undefined) return [];
  const { repeats, transcripts, flipped, answerVariance, judgeVariance: own, icc } = variance;
  const all = `judged ${repeats} times: the judge changed its mind on ${flipped} of ${transcripts} verdicts`;
  const parts =
    answerVariance === null || own === null
      ? "whether answers vary more than the judge does, one trial a case cannot tell"
      : `variance: ${answerVariance.toFixed(3)} from answers, ${own.toFixed(3)} from the judge${icc === null ? "" : `; ICC ${icc.toFixed(2)}`}`;
  const flipping = flippingCriteria(variance);
  const more = flipping.length - maxNamed;
  return [
    [
      all,
      parts,
      ...flipping.slice(0, maxNamed).map((each) => paint("yellow", flipLine(each))),
      ...(more > 0 ? [`and ${more} more criteria that flip`] : []),
    ].join("\n"),
  ];
}

function flipLine(criterion: CriterionVariance): string {
  const { flipped, transcripts, check } = criterion;
  const words = printable(clip(foldWhitespace(criterion.criterion), maxCriterion));
  return `flips: ${caseName(criterion)} ${printable(check)} on ${flipped} of ${transcripts} transcripts: ${words}`;
}
