import type { CaseRecord } from "../../record/index.ts";
import { type AnsweredCase, answeredCase, type AnsweredRun } from "./answered-case.ts";

/** One system: a target of a run with all that was said in it. */
export interface AnsweringSystem {
  readonly run: AnsweredRun;
  readonly target: string;
}

/** A case that is compared, by name. */
export interface PairedName {
  readonly suite: string;
  readonly case: string;
  readonly tags: readonly string[];
}

/** A case with what both systems said to it. */
export interface PlannedPair extends PairedName {
  readonly trials: { readonly a: number; readonly b: number };
  readonly question: readonly string[];
  /** One to each message of the user; empty where there is none. */
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** Those that both were judged by. */
  readonly criteria: readonly string[];
}

/** A case of which there is nothing to show a judge, and why. */
export interface UnaskablePair extends PairedName {
  readonly trials: { readonly a: number; readonly b: number };
  readonly problem: string;
}

/** Puts together what two systems said to the same cases. */
export function planPairs(
  systems: { readonly a: AnsweringSystem; readonly b: AnsweringSystem },
  names: readonly PairedName[],
): readonly (PlannedPair | UnaskablePair)[] {
  const cases = { a: casesOf(systems.a), b: casesOf(systems.b) };
  return names.map((name) => {
    const side = (which: "a" | "b"): AnsweredCase | undefined => {
      const record = cases[which].get(nameOf(name));
      return record === undefined ? undefined : answeredCase(systems[which].run, record);
    };
    return planPair(name, side("a"), side("b"));
  });
}

function planPair(
  name: PairedName,
  a: AnsweredCase | undefined,
  b: AnsweredCase | undefined,
): PlannedPair | UnaskablePair {
  const trials = { a: a?.trial ?? 0, b: b?.trial ?? 0 };
  const { suite, case: id, tags } = name;
  const about = { suite, case: id, tags, trials };
  if (a === undefined || b === undefined) {
    const which = a === undefined ? "A" : "B";
    return { ...about, problem: `no trial of ${which} came to an end that was the agent's` };
  }
  const longer = (a.question?.length ?? 0) >= (b.question?.length ?? 0) ? a : b;
  const { question } = longer;
  if (question === undefined || question.length === 0) {
    return { ...about, problem: "neither journal holds what was asked" };
  }
  const cut = [a, b].find((each) => each.question === undefined && each.answers.length > 0);
  if (cut !== undefined && question.length > 1) {
    const which = cut === a ? "A" : "B";
    return { ...about, problem: `the conversation of ${which} broke off, and nobody knows where` };
  }
  const toEach = ({ answers }: AnsweredCase): readonly string[] =>
    question.map((_, index) => answers[index] ?? "");
  return {
    ...about,
    question,
    a: toEach(a),
    b: toEach(b),
    criteria: a.criteria.filter((criterion) => b.criteria.includes(criterion)),
  };
}

function casesOf({ run, target }: AnsweringSystem): ReadonlyMap<string, CaseRecord> {
  const own = run.record.cases.filter((each) => each.target === target);
  return new Map(own.map((each) => [nameOf(each), each]));
}

function nameOf({ suite, case: id }: Pick<PairedName, "suite" | "case">): string {
  return `${suite}/${id}`;
}
