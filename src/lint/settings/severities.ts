import type { Diagnostic } from "../diagnostic.ts";
import type { Severity } from "../rule/severity.ts";

/** What may be said of a rule: how bad its findings are, or that nobody wants them. */
export type RuleSetting = Severity | "off";

/** The values in the order in which messages and help list them. */
export const ruleSettings: readonly RuleSetting[] = ["off", "info", "warning", "error"];

/** What is said of rules, by their ids. */
export type Severities = ReadonlyMap<string, RuleSetting>;

/**
 * Findings as bad as their rules are set: all of a rule's alike, also those that have a severity of their
 * own. Those of rules that are off are left out.
 */
export function withSeverities(
  found: readonly Diagnostic[],
  severities: Severities | undefined,
): readonly Diagnostic[] {
  if (severities === undefined || severities.size === 0) return found;
  return found.flatMap((each) => {
    const severity = severities.get(each.rule);
    if (severity === "off") return [];
    return severity === undefined ? [each] : [{ ...each, severity }];
  });
}
