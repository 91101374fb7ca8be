import { plainWords } from "../../compare/index.ts";
import { type PairInput, pairKey } from "../../judge/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { PlannedPair } from "./plan-pairs.ts";

/** One judgment that a comparison needs. */
export interface PairRequest {
  /** Of everything that decides it: judge, question, criteria, both answers in their order. */
  readonly key: string;
  readonly suite: string;
  readonly case: string;
  readonly first: "a" | "b";
  /** Whether the answers are shown without their style. */
  readonly plain: boolean;
  readonly input: PairInput;
}

/** What a judge is asked about a pair: nothing where both answers are the same. */
export interface PairAsking {
  /** In the order in which they are asked. */
  readonly answered: readonly PairRequest[];
  readonly plain: readonly PairRequest[];
  /** Nothing had any style. */
  readonly untouched: boolean;
}

/** Both orders of a pair, as it was answered and without style; the seed says which order comes first. */
export function pairRequests(pair: PlannedPair, judge: string, seed: number): PairAsking {
  const a = pair.a.map((answer) => plainWords(answer));
  const b = pair.b.map((answer) => plainWords(answer));
  const isUntouched = isSame(a, pair.a) && isSame(b, pair.b);
  const orders = bFirst(pair, seed) ? (["b", "a"] as const) : (["a", "b"] as const);
  const both = (answers: Pick<PlannedPair, "a" | "b">, plain: boolean): readonly PairRequest[] => {
    if (isSame(answers.a, answers.b)) return [];
    return orders.map((first) => {
      const { suite, case: id, question, criteria } = pair;
      const second = first === "a" ? "b" : "a";
      const input = { question, first: answers[first], second: answers[second], criteria };
      return { key: pairKey(input, judge, sha256Hex), suite, case: id, first, plain, input };
    });
  };
  return {
    answered: both(pair, false),
    plain: both({ a, b }, true),
    untouched: isUntouched,
  };
}

/** By the case's own name, so that another selection of cases asks no other order. */
function bFirst({ suite, case: id }: PlannedPair, seed: number): boolean {
  return Number.parseInt(sha256Hex(JSON.stringify([seed, suite, id])).slice(0, 1), 16) >= 8;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, index) => text === others[index]);
}
