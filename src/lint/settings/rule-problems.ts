import { findRule } from "./find-rule.ts";

/** What is wrong with a name of a rule under `lint.rules` in `flowproof.yml`. */
export interface RuleNameProblem {
  readonly path: readonly string[];
  readonly atKey: true;
  readonly message: string;
  readonly hint: string;
}

/** The names under `lint.rules` that no rule has, to be told at their places. */
export function ruleNameProblems(
  configured: Readonly<Record<string, unknown>>,
): readonly RuleNameProblem[] {
  return Object.keys(configured).flatMap((name) => {
    const search = findRule(name);
    if (search.found) return [];
    const { message, hint } = search;
    return [{ path: ["lint", "rules", name], atKey: true as const, message, hint }];
  });
}
