import { suggest } from "../../core/text/suggest.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import { ruleOfCode, rules } from "../rules/index.ts";

/** The rule that a user names, or what to tell them. */
export type RuleSearch =
  | { readonly found: true; readonly rule: LintRule }
  | { readonly found: false; readonly message: string; readonly hint: string };

/**
 * Finds a rule by its id, or by its number in the catalog where it has only this one: a number among
 * several would seem to mean less than the whole rule.
 */
export function findRule(name: string): RuleSearch {
  const rule = rules.get(name.toLowerCase());
  if (rule !== undefined) return { found: true, rule };
  const byCode = ruleOfCode(name.toUpperCase());
  if (byCode === undefined) {
    const message = `there is no rule "${name}"`;
    const nearest = suggest(name, rules.ids);
    const hint =
      nearest === undefined ? "`lint --list-rules` lists them all" : `did you mean "${nearest}"?`;
    return { found: false, message, hint };
  }
  if (byCode.codes.length === 1) return { found: true, rule: byCode };
  const message = `${name} is one of ${byCode.codes.length} numbers of the rule ${byCode.id}`;
  return { found: false, message, hint: `name the rule: ${byCode.id}` };
}
