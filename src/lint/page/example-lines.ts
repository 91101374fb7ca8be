import type { Diagnostic } from "../diagnostic.ts";
import { lintExample } from "../lint-example.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import type { BadExample, GoodExample } from "../rule/rule-example.ts";

/** An example as Markdown: what it shows, the text, and what the rule really says of it. */
export function exampleLines(
  rule: LintRule,
  example: GoodExample & Pick<BadExample, "fixed">,
): readonly string[] {
  const reports = lintExample(example).filter((report) => report.rule === rule.id);
  const said = reports.flatMap((report) => reportLines(rule, report));
  return [
    ...leadIn(example),
    ...fence("yaml", example.yaml),
    ...otherFiles(example),
    ...(said.length === 0 ? [] : fence("text", said.join("\n"))),
    ...(example.fixed === undefined
      ? []
      : ["", "`--fix` makes of it:", ...fence("yaml", example.fixed)]),
  ];
}

/** Whether `--fix` repairs some of what the rule finds; its examples show what it makes of it. */
export function isFixable({ examples }: LintRule): boolean {
  return examples.bad.some(({ fixed }) => fixed !== undefined);
}

function leadIn({ about, without = [], path }: GoodExample): readonly string[] {
  const keys = without.map((key) => `\`${key}\``);
  const place = path === undefined ? "" : `\`${path}\``;
  if (about !== undefined) return ["", place === "" ? `${about}:` : `${about}; ${place}:`];
  const lack = keys.length === 0 ? "" : `Without ${keys.join(", ")}`;
  const words = [lack, place].filter((each) => each !== "").join("; ");
  return words === "" ? [] : ["", `${words}:`];
}

/** What the rule sees besides the file: other files of the repository, and how files were. */
function otherFiles({ beside = {}, base = {} }: GoodExample): readonly string[] {
  return [
    ...fileLines("Beside it,", beside),
    ...fileLines("In the target of the merge request,", base),
  ];
}

function fileLines(lead: string, files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    return ["", `${lead} \`${path}\`:`, ...fence(languageOf(path), text)];
  });
}

function languageOf(path: string): string {
  const extension = path.split(".").at(-1) ?? "";
  return languages[extension] ?? "text";
}

const languages: Readonly<Record<string, string>> = {
  yml: "yaml",
  yaml: "yaml",
  json: "json",
  rb: "ruby",
};

function fence(language: string, text: string): readonly string[] {
  return ["", `\`\`\`${language}`, ...text.trimEnd().split("\n"), "```"];
}

/** The hint is left out where it is the rule's own advice, which stands above. */
function reportLines({ docs, id }: LintRule, report: Diagnostic): readonly string[] {
  const { line, column, severity, code = id, message, hint } = report;
  const said = `${line}:${column} ${severity} ${code} ${message}`;
  return hint === docs.repair ? [said] : [said, `  hint: ${hint}`];
}

/**
 * The examples worth printing: one for each number, the first that is repaired, and those that say why
 * they are there.
 */
export function shownExamples({ examples }: LintRule): {
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
} {
  const shown = new Set<string>();
  const repaired = examples.bad.find(({ fixed }) => fixed !== undefined);
  const bad = examples.bad.filter((example) => {
    const isNew = example.reports.some(([code]) => !shown.has(code));
    for (const [code] of example.reports) shown.add(code);
    return isNew || example.about !== undefined || example === repaired;
  });
  const good = examples.good.filter(({ about }, index) => index === 0 || about !== undefined);
  return { bad, good };
}
