import type { ComparedSystem, SystemCase } from "../cases/compared-system.ts";
import type { Obstacle } from "./comparability.ts";

/** The same case of two systems, with the systems. */
export interface SidedPair {
  readonly a: SystemCase;
  readonly b: SystemCase;
  readonly systems: Sides<ComparedSystem>;
}

interface Sides<T> {
  readonly a: T;
  readonly b: T;
}

/** What stands in the way of comparing a case. */
export interface FoundObstacle {
  readonly obstacle: Obstacle;
  readonly message: string;
}

/** Every obstacle of a case, besides the system under test itself. */
export function findObstacles(pair: SidedPair): readonly FoundObstacle[] {
  return [
    ...found("changed", changedQuestion(pair)),
    ...found("kind", otherKind(pair)),
    ...found("served_model", otherVersion(pair)),
    ...found("judge", otherJudge(pair)),
    ...found("trials", otherTerms(pair)),
  ];
}

function found(obstacle: Obstacle, message: string | undefined): readonly FoundObstacle[] {
  return message === undefined ? [] : [{ obstacle, message }];
}

function changedQuestion({ a, b }: SidedPair): string | undefined {
  if (a.question === undefined || b.question === undefined) {
    if (a.hash === b.hash) return undefined;
    return "nobody knows whether it asks the same: a journal does not say what was asked";
  }
  if (a.question === b.question) return undefined;
  return "it does not ask the same: its texts, mocks, fakes, context, checks or limits differ";
}

/** A script says what somebody wrote, a replay what a model said earlier: neither is a model that is asked. */
function otherKind({ a, systems }: SidedPair): string | undefined {
  const [one, other] = [kindIn(systems.a, a.suite), kindIn(systems.b, a.suite)];
  return one === other ? undefined : `A is ${one}, B is ${other}`;
}

function kindIn(system: ComparedSystem, suite: string): string {
  if (modelIn(system, suite).startsWith("script/")) return "a script";
  return system.labels.includes("replay") ? "a replay" : "no script and no replay";
}

/** That two systems ask models of different names is what is compared; versions behind one name are not. */
function otherVersion({ a, b, systems }: SidedPair): string | undefined {
  const model = modelIn(systems.a, a.suite);
  if (model !== modelIn(systems.b, b.suite)) return undefined;
  return otherNames(model, { a: a.served.agent, b: b.served.agent });
}

function otherJudge({ a, b }: SidedPair): string | undefined {
  // Where no judge was needed, which one there is does not matter.
  if (a.judges.length === 0 || b.judges.length === 0) return undefined;
  const [one, other] = [judgeNames(a), judgeNames(b)];
  if (judgeHashes(a) === judgeHashes(b)) {
    return otherNames(`the judge ${one}`, { a: a.served.judge, b: b.served.judge });
  }
  return one === other
    ? `the judge ${one} was asked in another way: template, schema, parameters or votes differ`
    : `A was judged by ${one}, B by ${other}`;
}

function judgeHashes({ judges }: SystemCase): string {
  return judges.map(({ judge }) => judge).join(" ");
}

function judgeNames({ judges }: SystemCase): string {
  return [...new Set(judges.map(({ models }) => models.join(" + ")))].toSorted().join(" and ");
}

function otherTerms({ a, b }: SidedPair): string | undefined {
  if (a.terms === undefined || b.terms === undefined) return undefined;
  const [one, other] = [a.terms, b.terms];
  if (one.trials === other.trials && one.require === other.require) return undefined;
  return `A passes with ${one.require} of ${one.trials} trials, B with ${other.require} of ${other.trials}`;
}

function otherNames(model: string, { a, b }: Sides<readonly string[]>): string | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const [one, other] = [a.join(", "), b.join(", ")];
  return one === other ? undefined : `${model} was served as ${one} to A and as ${other} to B`;
}

function modelIn({ suites }: ComparedSystem, suite: string): string {
  return suites.find((each) => each.suite === suite)?.agentModel ?? "";
}
