import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import type { PairwiseCase, PairwiseOrder } from "./pairwise-case.ts";
import type {
  PairwiseJudge,
  PairwiseResult,
  PairwiseStyle,
  PairwiseTally,
} from "./pairwise-result.ts";

interface Noted {
  readonly tally: PairwiseTally;
  readonly style: PairwiseStyle;
  readonly judge: PairwiseJudge;
  readonly cases: readonly PairwiseCase[];
  readonly stopped: PairwiseResult["stopped"];
}

/** Below this the answer that is shown first wins too often, or too rarely, to be chance. */
const biasLevel = 0.05;
const maxMessage = 200;

/** What a reader must know of preferences beside the numbers, one line each. */
export function pairwiseNotes({ tally, style, judge, cases, stopped }: Noted): readonly string[] {
  const { consistency, firstSlot, missing } = tally;
  const identical = cases.filter((each) => each.identical).length;
  return [
    ...(judge.scripted ? ["the preferences are those of a script, not of a model"] : []),
    ...(tally.reliable || consistency === null
      ? []
      : [
          `the comparison is unreliable: the judge said the same in both orders of only ${consistency.count} of ${consistency.total} cases; below 70 % its preferences decide nothing`,
        ]),
    ...(firstSlot === null || firstSlot.p >= biasLevel
      ? []
      : [
          `the judge prefers the ${firstSlot.share > 0.5 ? "first" : "second"} slot: the answer shown first won ${firstSlot.count} of ${firstSlot.total} judgments that were no tie`,
        ]),
    ...(missing === 0 ? [] : [missingNote(cases, missing)]),
    ...(identical === 0
      ? []
      : [
          `${identical} of ${cases.length} pairs of answers are the same to the letter: a tie, and nobody was asked`,
        ]),
    ...(style.verdictChanges && style.tally.pairs > 0
      ? [
          `style decides: ${words(tally.verdict)} as answered, ${words(style.tally.verdict)} without style`,
        ]
      : []),
    ...(stopped === undefined ? [] : [stopNotes[stopped]]),
  ];
}

const stopNotes = {
  interrupted:
    "interrupted: judgments that were there are kept, the others are asked for next time",
  cost: "the limit of costs was reached: judgments that are missing are asked for next time",
  time: "the limit of time was reached: judgments that are missing are asked for next time",
  errors: "the judge failed too often: judgments that are missing are asked for next time",
} as const;

function missingNote(cases: readonly PairwiseCase[], missing: number): string {
  const errors = cases.flatMap(({ orders }) => orders.flatMap(({ error }) => error ?? []));
  const count = (cause: NonNullable<PairwiseOrder["error"]>["cause"]): number =>
    errors.filter((error) => error.cause === cause).length;
  const [first] = errors;
  const why =
    first === undefined ? "" : `; the first: ${clip(foldWhitespace(first.message), maxMessage)}`;
  return `${missing} of ${cases.length} cases lack a judgment and count nowhere (judge failed ${count("judge")} times, its provider ${count("infra")} times)${why}`;
}

function words(verdict: PairwiseTally["verdict"]): string {
  return verdict.replaceAll("_", " ");
}
