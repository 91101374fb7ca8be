import { type SarifLevel, sarifLog, type SarifLog, type SarifRule } from "../../format/index.ts";
import type { LintReport } from "../lint-report.ts";
import type { LintReporter, LintReportOptions } from "../lint-reporter.ts";
import { toldFindings } from "../reporting/told-findings.ts";
import type { LintRule, RuleSecurity } from "../rule/lint-rule.ts";
import type { Severity } from "../rule/severity.ts";
import { rules } from "../rules/index.ts";

const levels: Readonly<Record<Severity, SarifLevel>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** How much a finding matters, from 0 to 100; GitLab takes its severity from that before anything else. */
const ranks: Readonly<Record<Severity, number>> = { error: 80, warning: 50, info: 10 };

/** What vulnerability management reads: findings that are about security, and no others. */
export const sarif: LintReporter = {
  id: "sarif",
  extension: "sarif",
  summary: "security findings only, in SARIF 2.1.0",
  format: (report, options) => logOf(report, options).text,
  notices(report, options) {
    const { leftOut } = logOf(report, options);
    if (leftOut === 0) return [];
    return [`${leftOut} security findings are not in the SARIF report, which would be too large`];
  },
};

function logOf(report: LintReport, options: LintReportOptions): SarifLog {
  const secured = rules.all().flatMap((rule) => {
    return rule.security === undefined ? [] : [{ rule, security: rule.security }];
  });
  const ids = new Set(secured.map(({ rule }) => rule.id));
  const told = toldFindings(report, options).filter(({ found }) => ids.has(found.rule));
  return sarifLog({
    tool: { name: "flowproof", version: options.version },
    rules: secured.map(({ rule, security }) => sarifRule(rule, security)),
    results: told.map(({ found, path, fingerprint }) => ({
      ruleId: found.rule,
      level: levels[found.severity],
      rank: ranks[found.severity],
      message: `${found.message}; ${found.hint}`,
      path,
      line: found.line,
      column: found.column,
      endLine: found.endLine,
      endColumn: found.endColumn,
      fingerprint,
    })),
  });
}

function sarifRule({ id, severity, docs }: LintRule, security: RuleSecurity): SarifRule {
  return {
    id,
    summary: `This rule ${docs.summary}.`,
    description: docs.rationale,
    help: `To repair it: ${docs.repair}.`,
    level: levels[severity],
    tags: ["security", `CWE-${security.cwe}`, `external/cwe/cwe-${security.cwe}`],
    securitySeverity: security.severity,
  };
}
