import { didYouMean } from "../../core/text/suggest.ts";
import { suiteRules } from "./known-rules.ts";
import type { SuiteSeverity } from "./rule/suite-rule.ts";
import type { SuiteProblem, ValidatedFile } from "./validation.ts";

/** What may be said of a rule for suites: how bad its findings are, or that nobody wants them. */
export type SuiteRuleSettings = Readonly<Record<string, SuiteSeverity | "off">>;

/** What is wrong with a name under `validate.rules` in `flowproof.yml`, to be told at its place. */
export interface SuiteRuleNameProblem {
  readonly path: readonly string[];
  readonly atKey: true;
  readonly message: string;
  readonly hint: string;
}

/** The names that no rule for suites has, and those of rules whose findings keep a suite from being run. */
export function suiteRuleProblems(settings: SuiteRuleSettings): readonly SuiteRuleNameProblem[] {
  return Object.keys(settings).flatMap((name) => {
    const path = ["validate", "rules", name];
    const rule = suiteRules.get(name);
    if (rule === undefined) {
      const message = `there is no rule "${name}" for suites`;
      return [{ path, atKey: true as const, message, hint: didYouMean(name, suiteRules.ids) }];
    }
    if (rule.check !== undefined) return [];
    const message = `what ${name} reports keeps a suite from being run, however bad it is called`;
    return [{ path, atKey: true as const, message, hint: "remove the rule from the settings" }];
  });
}

/**
 * Findings as bad as their rules are set, without those of rules that are off. What `eval run` refuses
 * stays an error.
 */
export function withSuiteSeverities(
  files: readonly ValidatedFile[],
  settings: SuiteRuleSettings,
): readonly ValidatedFile[] {
  if (Object.keys(settings).length === 0) return files;
  const set = (problem: SuiteProblem): readonly SuiteProblem[] => {
    const severity = Object.hasOwn(settings, problem.rule) ? settings[problem.rule] : undefined;
    if (severity === undefined || problem.code !== undefined) return [problem];
    return severity === "off" ? [] : [{ ...problem, severity }];
  };
  return files.map((file) => ({ ...file, problems: file.problems.flatMap(set) }));
}
