import type { Diagnostic } from "../diagnostic.ts";
import { lintExample } from "../lint-example.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import type { BadExample, GoodExample } from "../rule/rule-example.ts";

/** An example as Markdown: what it shows, the text, and what the rule really says of it. */
export function exampleLines(rule: LintRule, example: GoodExample): readonly string[] {
  const reports = lintExample(example).filter((report) => report.rule === rule.id);
  return [
    ...leadIn(example),
    "",
    "```yaml",
    ...example.yaml.trimEnd().split("\n"),
    "```",
    ...(reports.length === 0
      ? []
      : ["", "```text", ...reports.flatMap((report) => reportLines(rule, report)), "```"]),
  ];
}

function leadIn({ about, without = [] }: GoodExample): readonly string[] {
  if (about !== undefined) return ["", `${about}:`];
  const keys = without.map((key) => `\`${key}\``);
  return keys.length === 0 ? [] : ["", `Without ${keys.join(", ")}:`];
}

/** The hint is left out where it is the rule's own advice, which stands above. */
function reportLines({ docs, id }: LintRule, report: Diagnostic): readonly string[] {
  const { line, column, severity, code = id, message, hint } = report;
  const said = `${line}:${column} ${severity} ${code} ${message}`;
  return hint === docs.repair ? [said] : [said, `  hint: ${hint}`];
}

/** The examples worth printing: one for each number, and those that say why they are there. */
export function shownExamples({ examples }: LintRule): {
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
} {
  const shown = new Set<string>();
  const bad = examples.bad.filter(({ reports, about }) => {
    const isNew = reports.some(([code]) => !shown.has(code));
    for (const [code] of reports) shown.add(code);
    return isNew || about !== undefined;
  });
  const good = examples.good.filter(({ about }, index) => index === 0 || about !== undefined);
  return { bad, good };
}
