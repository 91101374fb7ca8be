import type { LintRule } from "../rule/lint-rule.ts";
import { ruleOfCode, rules } from "../rules/index.ts";
import { ruleSection } from "./rule-section.ts";

/** A rule's page by its id or by one of its numbers in the catalog, in any case; undefined for other names. */
export function explainRule(name: string): string | undefined {
  const rule = rules.get(name.toLowerCase()) ?? ruleOfCode(name.toUpperCase());
  return rule && ruleSection(rule, "#");
}

/** Where a rule is explained, from the root of the repository. The errors of the service share one page. */
export function rulePagePath({ id, origin }: Pick<LintRule, "id" | "origin">): string {
  return origin === "service" ? `docs/rules/service.md#${id}` : `docs/rules/${id}.md`;
}
