import { createRedactor } from "../core/secrets/redactor.ts";
import { toPointer } from "../core/text/pointer.ts";
import { type FlowKnowledge, type FlowProblem, inspectFlow } from "../flow/index.ts";
import { isReadable } from "./analysis/is-readable.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./rule/finding.ts";
import type { LintRule } from "./rule/lint-rule.ts";
import type { Origin } from "./rule/severity.ts";
import { ruleOfCode, rules } from "./rules/index.ts";

export interface LintOptions {
  readonly knowledge?: FlowKnowledge;
  /** Names of tools that an MCP server provides, so that they are not unknown. */
  readonly mcpTools?: readonly string[] | undefined;
  /** Reports nothing of other origins. */
  readonly only?: readonly Origin[] | undefined;
}

/** Lints the text of one flow config. Never throws for what it contains. */
export function lintText(text: string, file: string, options: LintOptions = {}): Diagnostic[] {
  const { knowledge = {}, mcpTools = [], only } = options;
  const input = { ...inspectFlow(text, file, knowledge), text, knowledge, mcpTools };
  const isMeaningful = isReadable(input);
  const wanted = rules.all().filter(({ origin }) => only?.includes(origin) !== false);
  const found = wanted.flatMap((rule) => {
    const problems = input.problems.filter((problem) => ruleOfCode(problem.rule) === rule);
    const isAsked = isMeaningful || rule.origin !== "style";
    const findings = isAsked ? (rule.check?.(input) ?? []) : [];
    return [...problems.map(findingOf), ...findings].map((finding) => diagnostic(rule, finding));
  });
  return found.map(withoutSecrets).toSorted(compareDiagnostics);
}

/** What is wrong is often quoted, and may hold a secret: a report shows none. */
const redactor = createRedactor({ known: [] });

function withoutSecrets(found: Diagnostic): Diagnostic {
  const { message, hint, pointer } = found;
  return {
    ...found,
    message: redactor.redact(message),
    hint: redactor.redact(hint),
    pointer: redactor.redact(pointer),
  };
}

function findingOf({ rule, message, hint, at, range }: FlowProblem): Finding {
  return { code: rule, message, hint, at, range };
}

function diagnostic({ id, origin, severity, docs }: LintRule, finding: Finding): Diagnostic {
  const { code, message, hint, at, range, fix } = finding;
  return {
    rule: id,
    ...(code !== undefined && { code }),
    severity: finding.severity ?? severity,
    origin,
    message,
    hint: hint ?? docs.repair,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    pointer: toPointer(at),
    ...(fix !== undefined && { fix }),
  };
}
