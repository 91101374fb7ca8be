import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { findRule } from "./find-rule.ts";
import { type RuleSetting, ruleSettings, type Severities } from "./severities.ts";

/**
 * What rules are set to: by `lint.rules` in `flowproof.yml`, and by values of `--rule`, which win; of two
 * for one rule the last.
 *
 * @throws AppError or AppErrors for what is no `rule=setting`, and for rules that do not exist
 */
export function readSeverities(
  configured: Readonly<Record<string, RuleSetting>>,
  flags: readonly string[] = [],
): Severities {
  const errors: AppError[] = [];
  const severities = new Map<string, RuleSetting>();
  for (const [name, setting] of Object.entries(configured)) {
    const search = findRule(name);
    if (search.found) severities.set(search.rule.id, setting);
    else errors.push(unknownRule(search));
  }
  for (const flag of flags) {
    const [name = "", value = "", ...more] = flag.split("=");
    const setting = ruleSettings.find((each) => each === value);
    const search = findRule(name.trim());
    if (!search.found) errors.push(unknownRule(search));
    if (setting === undefined || more.length > 0) errors.push(unknownSetting(flag));
    else if (search.found) severities.set(search.rule.id, setting);
  }
  throwAll(errors);
  return severities;
}

function unknownRule({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string;
}): AppError {
  return new AppError("LINT_RULE_UNKNOWN", message, { hint });
}

function unknownSetting(flag: string): AppError {
  const value = flag.slice(flag.indexOf("=") + 1);
  const message = flag.includes("=")
    ? `--rule ${flag}: a rule cannot be set to "${value}"`
    : `--rule ${flag} does not say what the rule is set to`;
  return new AppError("CLI_USAGE", message, {
    hint: flag.includes("=")
      ? didYouMean(value, ruleSettings)
      : `write ${flag}=off, or =${ruleSettings.slice(1).join(", =")}`,
  });
}
