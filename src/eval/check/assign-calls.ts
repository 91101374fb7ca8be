import type { CallPattern } from "./call-pattern.ts";
import type { CallView } from "./trial-view.ts";

/**
 * The largest assignment of patterns to calls in which nothing is used twice: for each pattern the
 * index of its call, or undefined. Patterns may overlap (`a`, and `a` with certain arguments), so
 * taking the first call that fits is not enough.
 */
export function assignCalls(
  patterns: readonly CallPattern[],
  calls: readonly CallView[],
): readonly (number | undefined)[] {
  const candidates = patterns.map((pattern) =>
    [...calls.keys()].filter((index) => {
      const call = calls[index];
      return call !== undefined && pattern.meets(call);
    }),
  );
  const callOf: (number | undefined)[] = patterns.map(() => undefined);
  const patternOf = new Map<number, number>();
  const place = (pattern: number, tried: Set<number>): boolean => {
    for (const call of candidates[pattern] ?? []) {
      if (tried.has(call)) continue;
      tried.add(call);
      const holder = patternOf.get(call);
      if (holder !== undefined && !place(holder, tried)) continue;
      patternOf.set(call, pattern);
      callOf[pattern] = call;
      return true;
    }
    return false;
  };
  for (const pattern of patterns.keys()) place(pattern, new Set());
  return callOf;
}
