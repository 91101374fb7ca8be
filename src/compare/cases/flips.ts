import type { CasePair } from "./compared-case.ts";
import { comparedName } from "./pair-cases.ts";

/** The cases whose outcome changed, by name. */
export interface Flips {
  /** Failed on A, pass on B. */
  readonly fixed: readonly string[];
  /** Passed on A, fail on B. */
  readonly broken: readonly string[];
  /** Of the broken ones, those that may not break. */
  readonly brokenCritical: readonly string[];
  /** Critical ones that passed on A, and of which nobody knows on B. */
  readonly openCritical: readonly string[];
}

/** Which cases pass on one side only. */
export function flipsOf(all: readonly CasePair[]): Flips {
  const pairs = all.filter(isCompared);
  // What fails whatever a judge says is broken, whoever has judged.
  const certain = all.filter((pair) => isCompared(pair) || pair.b.failsUnjudged === true);
  const broken = certain.filter(({ a, b }) => a.passed === true && b.passed === false);
  return {
    fixed: names(pairs.filter(({ a, b }) => a.passed === false && b.passed === true)),
    broken: names(broken),
    brokenCritical: names(broken.filter(isCritical)),
    openCritical: names(
      all.filter(
        (pair) => isCritical(pair) && pair.a.passed === true && pair.b.passed === undefined,
      ),
    ),
  };
}

function isCritical({ a, b }: CasePair): boolean {
  return a.critical || b.critical;
}

function names(pairs: readonly CasePair[]): readonly string[] {
  return pairs.map(({ b }) => comparedName(b)).toSorted();
}

function isCompared({ notCompared }: CasePair): boolean {
  return notCompared?.has("pass_rate") !== true;
}
