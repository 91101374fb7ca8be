import type { CasePair, ComparedCase } from "../cases/compared-case.ts";

/** A compared case of which only what matters is said. */
export function compared(of: Partial<ComparedCase> = {}): ComparedCase {
  return {
    suite: "s",
    case: "c",
    tags: [],
    critical: false,
    passed: true,
    scores: new Map(),
    latencyMs: undefined,
    firstTokenMs: undefined,
    tokens: undefined,
    costUsd: undefined,
    toolCalls: undefined,
    ...of,
  };
}

/** Pairs of which each side is known by one value. */
export function pairsOf<T>(
  values: readonly (readonly [T, T])[],
  as: (value: T) => Partial<ComparedCase>,
): readonly CasePair[] {
  return values.map(([a, b], index) => {
    const name = { case: `c${index}` };
    return { a: compared({ ...name, ...as(a) }), b: compared({ ...name, ...as(b) }) };
  });
}

/** The same pair so many times. */
export function times<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}
