import { suiteRules } from "./known-rules.ts";
import type { SuiteRule } from "./rule/suite-rule.ts";

/** The page of a rule for suites, as Markdown; undefined where there is none of that name. */
export function explainSuiteRule(name: string): string | undefined {
  const rule = suiteRules.get(name.toLowerCase());
  return rule === undefined ? undefined : `${pageLines(rule).join("\n")}\n`;
}

function pageLines({ id, severity, codes, docs, examples }: SuiteRule): readonly string[] {
  const [bad] = examples.bad;
  const [good] = examples.good;
  return [
    `# ${id}`,
    "",
    `This rule ${docs.summary}. (suite, ${severity})`,
    "",
    docs.rationale,
    "",
    `To repair it, ${docs.repair}.`,
    ...(codes.length === 0 ? [] : ["", `Errors of \`eval run\`: ${codes.join(", ")}`]),
    ...(bad === undefined ? [] : ["", "Reported:", ...fence(bad.suite)]),
    ...(good === undefined || good.suite === "" ? [] : ["", "Right:", ...fence(good.suite)]),
  ];
}

function fence(text: string): readonly string[] {
  return ["", "```yaml", text.trimEnd(), "```"];
}
