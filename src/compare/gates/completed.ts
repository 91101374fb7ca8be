import type { SystemCase } from "../cases/compared-system.ts";

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

/** A case that came to that, if nobody knows what it came to. */
export function completed(of: SystemCase, { passes, grades }: Completion): SystemCase {
  if (!isOpenCase(of)) return of;
  return { ...of, passed: passes, scores: new Map([...grades, ...of.scores]) };
}
