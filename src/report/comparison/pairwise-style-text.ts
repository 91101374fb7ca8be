import type { AnswerLook, PairwiseResult } from "../../compare/index.ts";
import { count, percent } from "../words.ts";

/** How the answers differ in what is no content, and whether that matters. */
export function styleLines({ style, cases }: PairwiseResult): readonly string[] {
  const { differences, byLength, changed, untouched, lengthControlledWinRate } = style;
  const { a, b, medianRatio } = differences;
  if (cases.length === 0) return [];
  const ratio =
    medianRatio === null ? "" : `; B's length is ${medianRatio.toFixed(2)} times A's (median)`;
  const strata = (["longer", "similar", "shorter"] as const).flatMap((stratum) => {
    const { wins, losses, ties } = byLength[stratum];
    return wins + losses + ties === 0 ? [] : [`${stratum} ${wins}–${losses}–${ties}`];
  });
  return [
    `style, means per answer: A ${lookText(a)}; B ${lookText(b)}${ratio}`,
    ...(strata.length === 0 ? [] : [`B won–lost–tied where it is ${strata.join(", ")}`]),
    ...(lengthControlledWinRate === null
      ? []
      : [
          `win rate of B at equal length, by a model: ${percent(lengthControlledWinRate)} (no interval)`,
        ]),
    `without style the winner is another one in ${changed.length} of ${cases.length} cases; ${untouched} had none to take away`,
  ];
}

function lookText({ words, headings, bullets, tables, codeBlocks }: AnswerLook): string {
  const parts = [
    [words, "word"],
    [headings, "heading"],
    [bullets, "list item"],
    [tables, "table"],
    [codeBlocks, "code block"],
  ] as const;
  const told = parts.filter(([amount], index) => index === 0 || amount > 0);
  return told.map(([amount, noun]) => count(Number(amount.toFixed(1)), noun)).join(", ");
}
