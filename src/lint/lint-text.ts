import { toPointer } from "../core/text/pointer.ts";
import { type FlowKnowledge, type FlowProblem, inspectFlow } from "../flow/index.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./rule/finding.ts";
import type { LintRule } from "./rule/lint-rule.ts";
import type { Origin } from "./rule/severity.ts";
import { ruleOfCode, rules } from "./rules/index.ts";

export interface LintOptions {
  readonly knowledge?: FlowKnowledge;
  /** Reports nothing of other origins. */
  readonly only?: readonly Origin[] | undefined;
}

/** Lints the text of one flow config. Never throws for what it contains. */
export function lintText(text: string, file: string, options: LintOptions = {}): Diagnostic[] {
  const { knowledge = {}, only } = options;
  const input = { ...inspectFlow(text, file, knowledge), text, knowledge };
  const wanted = rules.all().filter(({ origin }) => only?.includes(origin) !== false);
  const found = wanted.flatMap((rule) => [
    ...input.problems
      .filter((problem) => ruleOfCode(problem.rule) === rule)
      .map((problem) => diagnostic(rule, findingOf(problem))),
    ...(rule.check?.(input) ?? []).map((finding) => diagnostic(rule, finding)),
  ]);
  return found.toSorted(compareDiagnostics);
}

function findingOf({ rule, message, hint, at, range }: FlowProblem): Finding {
  return { code: rule, message, hint, at, range };
}

function diagnostic({ id, origin, severity, docs }: LintRule, finding: Finding): Diagnostic {
  const { code, message, hint, at, range } = finding;
  return {
    rule: id,
    ...(code !== undefined && { code }),
    severity,
    origin,
    message,
    hint: hint ?? docs.repair,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    pointer: toPointer(at),
  };
}
