import type { ComparedSystem, SystemCase } from "../cases/compared-system.ts";

/** What the cases of a system that nobody knows are taken to have come to. */
export interface Completion {
  readonly passes: boolean;
  /** A grade for each rubric that gates speak of. */
  readonly grades: ReadonlyMap<string, number>;
}

/** Whether nobody knows what a case comes to: suite, judge or provider failed, or trials are missing. */
export function isOpenCase({ passed }: Pick<SystemCase, "passed">): boolean {
  return passed === undefined;
}

/** A system of which every open case came to the same. */
export function completed(system: ComparedSystem, { passes, grades }: Completion): ComparedSystem {
  const cases = system.cases.map((each): SystemCase => {
    if (!isOpenCase(each)) return each;
    return { ...each, passed: passes, scores: new Map([...grades, ...each.scores]) };
  });
  return { ...system, cases };
}
