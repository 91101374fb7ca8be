import type { ErrorCode } from "../../core/errors/codes/index.ts";
import { createRegistry, type Registry } from "../../core/registry.ts";
import type { SuiteRule } from "./rule/suite-rule.ts";
import * as loading from "./rules/loading/index.ts";
import { suiteFiles } from "./rules/loading/suite-files.ts";
import * as meaning from "./rules/meaning/index.ts";

/** Every rule for suites. */
export const suiteRules: Registry<SuiteRule> = createRegistry<SuiteRule>({
  ...loading,
  ...meaning,
});

const byCode: ReadonlyMap<ErrorCode, SuiteRule> = new Map(
  suiteRules.all().flatMap((rule) => rule.codes.map((code) => [code, rule])),
);

/** The rule to which an error of reading suites belongs; nothing that `eval run` refuses has none. */
export function ruleOfError(code: ErrorCode): SuiteRule {
  return byCode.get(code) ?? suiteFiles;
}
