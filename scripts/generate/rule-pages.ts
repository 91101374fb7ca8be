import { isFixable } from "../../src/lint/page/example-lines.ts";
import { ruleSection } from "../../src/lint/page/rule-section.ts";
import { completeExample } from "../../src/lint/rule/complete-example.ts";
import type { LintRule } from "../../src/lint/rule/lint-rule.ts";
import {
  type ServicePhase,
  servicePhaseOf,
  servicePhases,
} from "../../src/lint/rule/service-phase.ts";
import { rules } from "../../src/lint/rules/index.ts";
import type { GeneratedFile } from "./generated-files.ts";

const folder = "docs/rules";

/** The pages that document the linter's rules, from the rules themselves; their examples are the rules' tests. */
export function rulePages(): readonly GeneratedFile[] {
  const others = rules.all().filter(({ origin }) => origin !== "service");
  return [
    { path: `${folder}/README.md`, text: indexPage() },
    { path: `${folder}/service.md`, text: servicePage() },
    ...others.map((rule) => ({ path: `${folder}/${rule.id}.md`, text: ruleSection(rule, "#") })),
  ];
}

function indexPage(): string {
  return `# Rules

Generated from the rules by \`npm run generate\`; the examples on their pages are their tests. \`flowproof explain <rule or code>\`
prints the same. Rules of origin \`service\` report what GitLab's service refuses, by their numbers in our catalog of its errors;
they have one page, [service.md](service.md). What \`--fix\` repairs is marked; \`lint:\` in [flowproof.yml](../config.md) and
\`--rule\` change severities.

| rule | codes | severity | origin | \`--fix\` | what it does |
| --- | --- | --- | --- | --- | --- |
${rules.all().map(indexRow).join("\n")}
`;
}

function indexRow(rule: LintRule): string {
  const { id, codes, severity, origin, docs } = rule;
  const target = origin === "service" ? `service.md#${id}` : `${id}.md`;
  const fix = isFixable(rule) ? "✓" : "";
  return `| [${id}](${target}) | ${codes.join(", ")} | ${severity} | ${origin} | ${fix} | ${docs.summary} |`;
}

function servicePage(): string {
  return `# What the service refuses

Generated from the rules by \`npm run generate\`; the examples are their tests, and what stands below them is the real output:
line and column, severity, number, message, and what to do. The service checks a flow in phases and stops at the first that
fails; \`lint\` reports all of them in one go. An example leaves out what it has in common with this flow, which is right:

\`\`\`yaml
${completeExample({ yaml: "" }).trimEnd()}
\`\`\`

${servicePhases.map(contentsOf).join("\n")}

${servicePhases.map(phaseSection).join("\n")}`;
}

function contentsOf(phase: ServicePhase): string {
  const links = rulesOf(phase).map(({ id }) => `[${id}](#${id})`);
  return `- ${phase.title}: ${links.join(", ")}`;
}

function phaseSection(phase: ServicePhase): string {
  const sections = rulesOf(phase).map((rule) => ruleSection(rule, "###"));
  return [`## ${phase.title}\n\n${phase.text}\n`, ...sections].join("\n");
}

/** A rule stands in the phase of its first number, in the order of the numbers. */
function rulesOf(phase: ServicePhase): readonly LintRule[] {
  return rules
    .all()
    .filter(({ origin, codes }) => {
      return origin === "service" && servicePhaseOf(codes[0] ?? "") === phase;
    })
    .toSorted((a, b) => firstNumber(a) - firstNumber(b));
}

function firstNumber({ codes }: LintRule): number {
  return Number(codes[0]?.slice(1));
}
