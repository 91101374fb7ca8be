import type { CasePair, ComparedCase } from "../cases/compared-case.ts";
import type { MeasuredPair } from "../statistics/spread/measured-pair.ts";

/** The values of pairs in which both sides have one. */
export function knownValues(
  pairs: readonly CasePair[],
  value: (of: ComparedCase) => number | undefined,
): { readonly known: readonly MeasuredPair[]; readonly missing: number } {
  const known = pairs.flatMap(({ a, b }): readonly MeasuredPair[] => {
    const [one, other] = [value(a), value(b)];
    return one === undefined || other === undefined ? [] : [{ a: one, b: other }];
  });
  return { known, missing: pairs.length - known.length };
}
