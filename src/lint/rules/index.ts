import { createRegistry, type Registry } from "../../core/registry.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import * as policy from "./policy/index.ts";
import * as service from "./service/index.ts";
import * as style from "./style/index.ts";

/** Every rule, of every origin. */
export const rules: Registry<LintRule> = createRegistry<LintRule>({
  ...policy,
  ...service,
  ...style,
});

const byCode = new Map(rules.all().flatMap((rule) => rule.codes.map((code) => [code, rule])));

/** The rule to which a number of the catalog of errors belongs. */
export function ruleOfCode(code: string): LintRule | undefined {
  return byCode.get(code);
}
