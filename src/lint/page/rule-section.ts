import { isDefinitionsPath } from "../definitions/example-definitions.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import { servicePhaseOf } from "../rule/service-phase.ts";
import { exampleLines, isFixable, shownExamples } from "./example-lines.ts";

/** What there is to know about a rule, as Markdown under a heading of its own. */
export function ruleSection(rule: LintRule, heading: "#" | "###"): string {
  const { id, origin, severity, docs } = rule;
  const { bad, good } = shownExamples(rule);
  const lines = [
    `${heading} ${id}`,
    "",
    [codeText(rule), severity, `origin ${origin}`, isFixable(rule) ? "repaired by `--fix`" : ""]
      .filter((part) => part !== "")
      .join(" · "),
    "",
    `This rule ${docs.summary}.`,
    "",
    docs.rationale,
    ...conditionLines(rule),
    "",
    `Repair: ${docs.repair}.`,
    // The pages of several rules say it once.
    ...(heading === "#" && hasParts(rule)
      ? ["", "Examples are parts of a flow; what they leave out is right."]
      : []),
    ...bad.flatMap((example) => exampleLines(rule, example)),
    "",
    "Nothing is reported here:",
    ...good.flatMap((example) => exampleLines(rule, example)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Examples of definitions are whole files. */
function hasParts({ examples }: LintRule): boolean {
  const all = [...examples.bad, ...examples.good];
  return all.some(({ path, whole }) => whole !== true && !isDefinitionsPath(path ?? ""));
}

/** The numbers and, where it is the same for all of them, when the service notices. */
function codeText({ codes }: LintRule): string {
  return `${codes.join(", ")}${phaseText(codes)}`;
}

function conditionLines({ codes, docs }: LintRule): readonly string[] {
  const { conditions } = docs;
  if (conditions === undefined) return [];
  const differ = phaseText(codes) === "";
  const lines = codes.map((code) => {
    return `- ${code}${differ ? phaseText([code]) : ""}: ${conditions[code] ?? ""}.`;
  });
  return ["", ...lines];
}

function phaseText(codes: readonly string[]): string {
  const [phase, ...others] = new Set(codes.map(servicePhaseOf));
  return phase === undefined || others.length > 0 ? "" : ` (${phase.title.toLowerCase()})`;
}
