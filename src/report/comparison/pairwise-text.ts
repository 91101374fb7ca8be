import type {
  Comparison,
  CountedShare,
  PairwiseCase,
  PairwiseResult,
  PairwiseTally,
} from "../../compare/index.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";
import { type Paint, terminalTable } from "../../format/index.ts";
import { cost, count, deciding, percent, rate } from "../words.ts";
import { styleLines } from "./pairwise-style-text.ts";

interface Shown {
  readonly paint: Paint;
  readonly verbose: boolean;
}

/** What a judge preferred, for people; nothing where nobody asked one. */
export function pairwiseBlocks(
  { pairwise }: Pick<Comparison, "pairwise">,
  shown: Shown,
): readonly string[] {
  if (pairwise === undefined) return [];
  const { paint } = shown;
  return [
    [
      headline(pairwise),
      tallyTable(pairwise, paint),
      ...orderLines(pairwise),
      ...styleLines(pairwise),
      ...pairwise.notes.map((note) => paint("yellow", `note: ${printable(note)}`)),
    ].join("\n"),
    ...caseBlock(pairwise, shown),
  ];
}

function headline({ judge, spending, pairs, missing }: PairwiseResult): string {
  const { asked, reused, costUsd } = spending;
  return [
    `pairwise by ${printable(judge.model)}, blind, in both orders, seed ${judge.seed}`,
    count(pairs + missing, "case"),
    `${count(asked, "judgment")} asked for${reused === 0 ? "" : `, ${reused} known from before`}`,
    cost(costUsd),
    ...(judge.scripted ? ["scripted judge"] : []),
  ].join(" · ");
}

const styles = {
  better: "green",
  not_worse: "green",
  worse: "red",
  undecided: "yellow",
  not_comparable: "yellow",
} as const;

function tallyTable({ style, ...answered }: PairwiseResult, paint: Paint): string {
  const row = (name: string, tally: PairwiseTally): string[] => [
    name,
    String(tally.wins),
    String(tally.losses),
    `${tally.ties}${tally.inconsistent === 0 ? "" : ` (${tally.inconsistent} inconsistent)`}`,
    winRateText(tally),
    pText(tally),
    paint(styles[tally.verdict], verdictWords(tally)),
  ];
  return terminalTable(
    [
      { title: "answers" },
      { title: "B wins", align: "right" },
      { title: "A wins", align: "right" },
      { title: "ties", align: "right" },
      { title: "win rate of B (95 % interval)" },
      { title: "sign test" },
      { title: "verdict on B" },
    ],
    [row("as given", answered), row("without style", style.tally)],
  );
}

/** Below so many cases no p-value stands in a headline: it would be taken for more than it is. */
const fewestForP = 20;

function pText({ pairs, p }: PairwiseTally): string {
  return pairs < fewestForP ? "–" : `p ${p.exact.toFixed(3)} (mid-p ${p.midP.toFixed(3)})`;
}

function winRateText({ winRate, low, high, bounds }: PairwiseTally): string {
  if (winRate === null || low === null || high === null) return "–";
  const known = rate({ value: winRate, low, high });
  if (bounds === undefined) return known;
  return `${known}; with the missing ${percent(bounds.worst)} to ${percent(bounds.best)}`;
}

function verdictWords({ verdict, reliable, needCases }: PairwiseTally): string {
  if (!reliable) return "unreliable";
  const words = verdict.replaceAll("_", " ");
  return needCases === undefined ? words : `${words}: ${deciding(needCases)}`;
}

/** How far the judge can be relied on. */
function orderLines({ consistency, kappa, firstSlot }: PairwiseResult): readonly string[] {
  return [
    ...(consistency === null
      ? []
      : [
          `same in both orders: ${shareText(consistency)}${kappa === null ? "" : `, Cohen's kappa ${kappa.toFixed(2)}`}`,
        ]),
    ...(firstSlot === null
      ? []
      : [`won by the answer shown first: ${shareText(firstSlot)} of what was no tie`]),
  ];
}

function shareText({ count: counted, total, share, low, high }: CountedShare): string {
  return `${counted} of ${total}, ${rate({ value: share, low, high })}`;
}

const mostCases = 20;
const maxReasoning = 160;

function caseBlock({ cases }: PairwiseResult, { verbose }: Shown): readonly string[] {
  const told = verbose ? cases : cases.filter(({ winner }) => winner !== "tie");
  if (told.length === 0) return [];
  const most = verbose ? told.length : mostCases;
  const others = told.length - most;
  return [
    [
      "preferred, case by case:",
      ...told.slice(0, most).map(caseLine),
      ...(others > 0 ? [`  and ${others} more (-v shows all)`] : []),
    ].join("\n"),
  ];
}

function caseLine({
  suite,
  case: id,
  winner,
  inconsistent,
  style,
  reasoning,
}: PairwiseCase): string {
  const name = printable(`${suite}/${id}`);
  const plain = style.winner === winner ? "" : `, without style ${winnerWord(style)}`;
  const why = printable(clip(foldWhitespace(reasoning), maxReasoning));
  return `  ${winnerWord({ winner, inconsistent })}${plain}  ${name}: ${why}`;
}

function winnerWord({
  winner,
  inconsistent,
}: Pick<PairwiseCase, "winner" | "inconsistent">): string {
  if (winner === null) return "?";
  if (inconsistent) return "tie (inconsistent)";
  return winner === "tie" ? winner : winner.toUpperCase();
}
