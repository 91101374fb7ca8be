import type { LintRule } from "../rule/lint-rule.ts";
import type { Origin } from "../rule/severity.ts";
import { rules } from "../rules/index.ts";
import type { RuleSetting, Severities } from "./severities.ts";

/** What `--list-rules` says of a rule. */
export interface ListedRule {
  readonly id: string;
  readonly codes: readonly string[];
  readonly origin: Origin;
  /** As it is configured. */
  readonly severity: RuleSetting;
  /** Whether `--fix` repairs some of what it finds. */
  readonly fixable: boolean;
  /** Completes "This rule …". */
  readonly summary: string;
}

/** Every rule, by origin and name. */
export function listRules(severities: Severities): readonly ListedRule[] {
  const listed = rules.all().map((rule) => listedRule(rule, severities));
  return listed.toSorted((a, b) => origins.indexOf(a.origin) - origins.indexOf(b.origin));
}

const origins: readonly Origin[] = ["service", "policy", "style", "suite"];

function listedRule(rule: LintRule, severities: Severities): ListedRule {
  const { id, codes, origin, severity, examples, docs } = rule;
  return {
    id,
    codes,
    origin,
    severity: severities.get(id) ?? severity,
    fixable: examples.bad.some(({ fixed }) => fixed !== undefined),
    summary: docs.summary,
  };
}
