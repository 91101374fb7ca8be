import { describe, expect, test } from "vitest";
import { judgeGate } from "../gates/judge-gate.ts";
import type { Preference } from "../statistics/preference/reconcile-orders.ts";
import { times } from "../testing/compared.ts";
import type { PairwiseCase, PairwiseOrder, PairwisePreferred } from "./pairwise-case.ts";
import { pairwiseResult } from "./pairwise-result-of.ts";
import { preferenceMetric } from "./preference-metric.ts";
import { identicalPair, settlePair } from "./settle-pair.ts";
import { answerLook } from "./style/answer-look.ts";
import { tallyPreferences } from "./tally-preferences.ts";

const order = (first: "a" | "b", prefers: Preference | null): PairwiseOrder => ({
  first,
  prefers,
  reasoning: `${prefers}`,
  evidence: "",
  ...(prefers === null && { error: { cause: "judge", message: "no" } }),
});

/** What the two orders of a pair said. */
const pair = (aFirst: Preference | null, bFirst: Preference | null): PairwisePreferred =>
  settlePair([order("b", bFirst), order("a", aFirst)]);

const [win, loss, tie] = [pair("b", "b"), pair("a", "a"), pair("tie", "tie")];
const alwaysFirst = pair("a", "b");
const missing = pair("b", null);

test.each<[PairwisePreferred, Preference | null, boolean]>([
  [win, "b", false],
  [loss, "a", false],
  [tie, "tie", false],
  [alwaysFirst, "tie", true],
  [pair("b", "tie"), "tie", true],
  [pair("a", null), null, false],
  [settlePair([order("a", "b")]), null, false],
  [identicalPair, "tie", false],
])("%#: two orders come to %2$j, inconsistent %3$j", (preferred, winner, inconsistent) => {
  expect(preferred).toMatchObject({ winner, inconsistent });
});

/** Wins, losses, ties; win rate and its interval. */
test.each([
  [18, 7, 15, 0.6375, 0.515554, 0.742377, "better"],
  [12, 4, 4, 0.7, 0.504111, 0.839201, "better"],
  [4, 12, 4, 0.3, 0.160799, 0.495889, "worse"],
  [0, 0, 20, 0.5, 0.419437, 0.580563, "undecided"],
  [30, 20, 50, 0.55, 0.480441, 0.617611, "undecided"],
])("%i–%i–%i is a win rate of %d", (wins, losses, ties, winRate, low, high, verdict) => {
  const tally = tallyPreferences([
    ...times(wins, win),
    ...times(losses, loss),
    ...times(ties, tie),
  ]);
  expect(tally).toMatchObject({ wins, losses, ties, missing: 0, reliable: true, verdict });
  expect([tally.winRate, tally.low, tally.high]).toEqual(
    [winRate, low, high].map((value) => expect.closeTo(value, 5)),
  );
  expect(tally.needCases === undefined).toBe(verdict !== "undecided");
});

test("consistency is of what was asked in both orders, the first slot of all that is no tie", () => {
  const tally = tallyPreferences([
    ...times(6, win),
    ...times(3, alwaysFirst),
    tie,
    missing,
    identicalPair,
  ]);
  expect(tally).toMatchObject({ pairs: 11, missing: 1, inconsistent: 3, ties: 5 });
  expect(tally.consistency).toMatchObject({ count: 7, total: 10, share: 0.7 });
  // Six of twelve, six of six, and the one of the pair that lacks the other order.
  expect(tally.firstSlot).toMatchObject({ count: 12, total: 19 });
  expect(tally.reliable).toBe(true);
  expect(tally.bounds?.worst).toBeCloseTo(8.5 / 12);
  expect(tally.bounds?.best).toBeCloseTo(9.5 / 12);
});

test("below 70 % it decides nothing, however clear it looks", () => {
  const cases = [...times(6, win), ...times(3, alwaysFirst)];
  expect(tallyPreferences(cases)).toMatchObject({ reliable: false, verdict: "undecided" });
  const metric = preferenceMetric(tallyPreferences(cases));
  expect(metric).toMatchObject({
    low: null,
    high: null,
    note: expect.stringContaining("unreliable"),
  });
  const gate = { metric: "preference", rule: "at_least", bound: 0.01 } as const;
  expect(judgeGate(gate, { metrics: [metric], cases: [] }).outcome).toBe("undecided");
});

test("nobody was asked, or nobody answered", () => {
  expect(tallyPreferences([])).toMatchObject({ winRate: null, verdict: "not_comparable" });
  const failed = preferenceMetric(tallyPreferences([missing, missing]));
  expect(failed).toMatchObject({ verdict: "not_comparable", pairs: 0, missing: 2, b: null });
  const same = tallyPreferences([identicalPair, identicalPair]);
  expect(same).toMatchObject({ winRate: 0.5, consistency: null, firstSlot: null, reliable: true });
});

test.each([
  [0.5, "pass"],
  [0.6, "undecided"],
  [0.75, "fail"],
])("a gate at %d is held against the one-sided bounds of the win rate: %s", (bound, outcome) => {
  const cases = [...times(18, win), ...times(7, loss), ...times(15, tie)];
  const metric = preferenceMetric(tallyPreferences(cases));
  expect(metric).toMatchObject({ metric: "preference", unit: "share", b: 0.6375 });
  const gate = { metric: "preference", rule: "at_least", bound } as const;
  expect(judgeGate(gate, { metrics: [metric], cases: [] }).outcome).toBe(outcome);
});

interface Judged {
  readonly answered: PairwisePreferred;
  readonly plain: PairwisePreferred;
  readonly a: string;
  readonly b: string;
}

const judged = ({ answered, plain, a, b }: Judged, index: number): PairwiseCase => ({
  suite: "s",
  case: `c${String(index).padStart(3, "0")}`,
  tags: [],
  trials: { a: 0, b: 0 },
  ...answered,
  reasoning: "",
  style: plain,
  untouched: answered === plain,
  look: { a: answerLook(a), b: answerLook(b) },
});

const about = {
  judge: { model: "test/judge", fingerprint: "f", scripted: false, seed: 0 },
  spending: { asked: 0, reused: 0, costUsd: 0, inputTokens: 0, outputTokens: 0 },
};

describe("style", () => {
  const long = "# Long\n\n- one two three four five six";
  const decked = times(30, { answered: win, plain: tie, a: "one two", b: long });
  const plain = times(10, { answered: loss, plain: loss, a: long, b: "one two" });
  const result = pairwiseResult([...decked, ...plain].map(judged), about);

  test("what it decides is said, and where", () => {
    expect(result.verdict).toBe("better");
    expect(result.style.tally.verdict).toBe("worse");
    expect(result.style).toMatchObject({ verdictChanges: true, untouched: 10 });
    expect(result.style.changed).toHaveLength(30);
    expect(result.notes).toContain("style decides: better as answered, worse without style");
  });

  test("lengths and looks are compared", () => {
    const { byLength, differences, lengthControlledWinRate } = result.style;
    expect(byLength).toEqual({
      longer: { wins: 30, losses: 0, ties: 0 },
      similar: { wins: 0, losses: 0, ties: 0 },
      shorter: { wins: 0, losses: 10, ties: 0 },
    });
    expect(differences.b).toMatchObject({ headings: 0.75, bullets: 0.75, words: 5.75 });
    expect(differences.medianRatio).toBeCloseTo("Long\none two three four five six".length / 7);
    // Forty cases are too few for a model of length.
    expect(lengthControlledWinRate).toBeNull();
  });

  test("from a hundred cases on the win rate at equal length is told", () => {
    const cases = [
      ...times(40, { answered: win, plain: win, a: "one", b: long }),
      ...times(20, { answered: loss, plain: loss, a: "one", b: long }),
      ...times(30, { answered: win, plain: win, a: long, b: "one" }),
      ...times(30, { answered: loss, plain: loss, a: long, b: "one" }),
    ];
    const { lengthControlledWinRate } = pairwiseResult(cases.map(judged), about).style;

    // Halfway between its log-odds where it is longer (2 to 1) and where it is shorter (even).
    expect(lengthControlledWinRate).toBeCloseTo(Math.SQRT2 / (1 + Math.SQRT2));
  });
});

test("what a reader must know is said in words", () => {
  const cases = [...times(12, alwaysFirst), missing, identicalPair].map((answered, index) =>
    judged({ answered, plain: answered, a: "x", b: "y" }, index),
  );
  const judge = { ...about.judge, scripted: true };
  const { notes } = pairwiseResult(cases, { ...about, judge, stopped: "cost" });
  expect(notes).toEqual([
    expect.stringContaining("of a script"),
    expect.stringContaining("unreliable: the judge said the same in both orders of only 0 of 12"),
    expect.stringContaining("prefers the first slot: the answer shown first won 24 of 25"),
    "1 of 14 cases lack a judgment and count nowhere (judge failed 1 times, its provider 0 times); the first: no",
    expect.stringContaining("1 of 14 pairs of answers are the same"),
    expect.stringContaining("limit of costs"),
  ]);
});
