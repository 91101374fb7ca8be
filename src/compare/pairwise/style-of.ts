import { comparedName } from "../cases/pair-cases.ts";
import { mean } from "../statistics/mean.ts";
import { lengthControlledWinRate } from "../statistics/preference/length-controlled-win-rate.ts";
import { lengthStrata } from "../statistics/preference/length-strata.ts";
import type { PairwiseCase } from "./pairwise-case.ts";
import type { PairwiseStyle, PairwiseTally } from "./pairwise-result.ts";
import type { AnswerLook, StyleDifferences } from "./style-differences.ts";
import { tallyPreferences } from "./tally-preferences.ts";

/** How the answers differ in style, and what is left of the preferences without it. */
export function styleOf(cases: readonly PairwiseCase[], answered: PairwiseTally): PairwiseStyle {
  const tally = tallyPreferences(cases.map(({ style }) => style));
  const lengths = cases.flatMap(({ winner, look }) =>
    winner === null ? [] : [{ preference: winner, lengthA: look.a.chars, lengthB: look.b.chars }],
  );
  const changed = cases.filter(
    ({ winner, style }) => winner !== null && style.winner !== null && winner !== style.winner,
  );
  return {
    tally,
    untouched: cases.filter(({ untouched }) => untouched).length,
    verdictChanges: answered.verdict !== tally.verdict,
    changed: changed.map((each) => comparedName(each)).toSorted(),
    differences: differencesOf(cases),
    byLength: lengthStrata(lengths),
    lengthControlledWinRate: lengthControlledWinRate(lengths) ?? null,
  };
}

function differencesOf(cases: readonly PairwiseCase[]): StyleDifferences {
  const ratios = cases.flatMap(({ look: { a, b } }) =>
    a.chars === 0 || b.chars === 0 ? [] : [b.chars / a.chars],
  );
  return {
    a: meanLook(cases.map(({ look }) => look.a)),
    b: meanLook(cases.map(({ look }) => look.b)),
    medianRatio: median(ratios) ?? null,
  };
}

function meanLook(looks: readonly AnswerLook[]): AnswerLook {
  const over = (value: (look: AnswerLook) => number): number =>
    looks.length === 0 ? 0 : mean(looks.map((look) => value(look)));
  return {
    chars: over(({ chars }) => chars),
    words: over(({ words }) => words),
    headings: over(({ headings }) => headings),
    bullets: over(({ bullets }) => bullets),
    tables: over(({ tables }) => tables),
    codeBlocks: over(({ codeBlocks }) => codeBlocks),
  };
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
