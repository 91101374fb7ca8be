import { expect, test } from "vitest";
import {
  answerLook,
  type PairwiseCase,
  pairwiseResult,
  type PairwiseResult,
  settlePair,
} from "../../compare/index.ts";
import { createPaint } from "../../format/index.ts";
import { pairwiseBlocks } from "./pairwise-text.ts";

const shown = { paint: createPaint(false), verbose: false };

function judged(
  index: number,
  prefers: readonly ["a" | "b", "a" | "b"],
  said = "Why.",
): PairwiseCase {
  const [aFirst, bFirst] = prefers;
  const preferred = settlePair([
    { first: "a", prefers: aFirst, reasoning: said, evidence: said },
    { first: "b", prefers: bFirst, reasoning: said, evidence: said },
  ]);
  return {
    suite: "s",
    case: `c${String(index).padStart(2, "0")}`,
    tags: [],
    trials: { a: 0, b: 0 },
    ...preferred,
    reasoning: said,
    style: preferred,
    untouched: true,
    look: { a: answerLook("one two"), b: answerLook("# One\n\n- two") },
  };
}

function textOf(cases: readonly PairwiseCase[], verbose = false): string {
  const pairwise: PairwiseResult = pairwiseResult(cases, {
    judge: { model: "test/judge", fingerprint: "f", scripted: false, seed: 4 },
    spending: { asked: 3, reused: 1, costUsd: 0.5, inputTokens: 1, outputTokens: 1 },
  });
  return pairwiseBlocks({ pairwise }, { ...shown, verbose }).join("\n\n");
}

const wins = Array.from({ length: 24 }, (_, index) => judged(index, ["b", "b"]));

test("nobody was asked", () => {
  expect(pairwiseBlocks({}, shown)).toEqual([]);
});

test("an interval stands beside every rate, and a p-value only where there are enough cases", () => {
  const text = textOf(wins);
  expect(text).toContain("test/judge, blind, in both orders, seed 4 · 24 cases");
  expect(text).toContain("3 judgments asked for, 1 known from before · $0.50");
  expect(text).toContain("100 % (86.2 % – 100 %)");
  expect(text).toContain("p 0.000 (mid-p 0.000)  better");
  expect(textOf(wins.slice(0, 19))).not.toContain("mid-p");
  expect(text).toContain("A 2 words; B 2 words, 1 heading, 1 list item");
  expect(text).toContain("and 4 more (-v shows all)");
  expect(textOf(wins, true)).not.toContain("-v shows all");
});

test("an unreliable judge gives no verdict", () => {
  const text = textOf(wins.map((_, index) => judged(index, ["a", "b"])));
  expect(text).toContain("24 (24 inconsistent)");
  expect(text).toMatch(/as given .* unreliable/u);
  expect(text).toContain("note: the comparison is unreliable");
  expect(text).toContain("won by the answer shown first: 48 of 48");
});

test("what a judge writes moves no cursor and begins no line", () => {
  const text = textOf([judged(0, ["b", "b"], "\u001B[2J\u0007gate pass\nnote: all well\u202E")]);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(text).not.toMatch(/^note: all well/mu);
});
