import { assignCalls } from "./assign-calls.ts";
import type { CallPattern } from "./call-pattern.ts";
import type { CallView } from "./trial-view.ts";

/** How the calls of a trial compare with the expected ones. */
interface Ordering {
  readonly holds: boolean;
  /** For each expected call the index of the call that meets it. */
  readonly callOf: readonly (number | undefined)[];
  /** Indexes of calls that should not be there. */
  readonly surplus: ReadonlySet<number>;
}

/** Ways to compare, by their names in suites. */
export type OrderMode = "exact" | "in_order" | "unordered" | "subset" | "superset";

type Compare = (patterns: readonly CallPattern[], calls: readonly CallView[]) => Ordering;

/** What each way of comparing asks for. */
export const orderModes: Readonly<Record<OrderMode, Compare>> = {
  exact(patterns, calls) {
    const callOf = patterns.map((pattern, index) => {
      const call = calls[index];
      return call !== undefined && pattern.meets(call) ? index : undefined;
    });
    const surplus = unused(calls, callOf);
    return { holds: allMet(callOf) && surplus.size === 0, callOf, surplus };
  },
  in_order(patterns, calls) {
    let next = 0;
    const callOf = patterns.map((pattern) => {
      const found = calls.findIndex((call, index) => index >= next && pattern.meets(call));
      if (found === -1) return undefined;
      next = found + 1;
      return found;
    });
    return { holds: allMet(callOf), callOf, surplus: new Set() };
  },
  unordered(patterns, calls) {
    const callOf = assignCalls(patterns, calls);
    const surplus = unused(calls, callOf);
    return { holds: allMet(callOf) && surplus.size === 0, callOf, surplus };
  },
  subset(patterns, calls) {
    const among = calls.map((call) => patterns.some((pattern) => pattern.meets(call)));
    const surplus = new Set([...calls.keys()].filter((index) => among[index] !== true));
    return { holds: surplus.size === 0, callOf: assignCalls(patterns, calls), surplus };
  },
  superset(patterns, calls) {
    const callOf = assignCalls(patterns, calls);
    return { holds: allMet(callOf), callOf, surplus: new Set() };
  },
};

function allMet(callOf: readonly (number | undefined)[]): boolean {
  return callOf.every((index) => index !== undefined);
}

function unused(
  calls: readonly CallView[],
  callOf: readonly (number | undefined)[],
): ReadonlySet<number> {
  const used = new Set(callOf);
  return new Set([...calls.keys()].filter((index) => !used.has(index)));
}
