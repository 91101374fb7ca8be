import type { Suite, SuiteCase } from "../suite/suite.ts";
import type { Target } from "../target/target.ts";

/** A case with a target of its suite: what is run, and counted, as one. */
export interface CasePair {
  readonly suite: Suite;
  readonly case: SuiteCase;
  readonly target: Target;
}

/** Every case of every suite with every target, in the order of the suites. */
export function allPairs(suites: readonly Suite[]): readonly CasePair[] {
  return suites.flatMap((suite) =>
    suite.cases.flatMap((each) => suite.targets.map((target) => ({ suite, case: each, target }))),
  );
}

/** Names a case across suites, whatever its target. */
export function caseKey({ suite, case: { id } }: Pick<CasePair, "suite" | "case">): string {
  return JSON.stringify([suite.id, id]);
}
