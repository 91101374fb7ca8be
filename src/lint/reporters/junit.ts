import { groupBy } from "../../core/group-by.ts";
import { clip } from "../../core/text/clip.ts";
import { type JunitCase, junitXml, singleLine } from "../../format/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintReporter } from "../lint-reporter.ts";
import { reportPath } from "../reporting/report-path.ts";

/** GitLab takes files up to 30 MB, and nobody reads as much of one rule and file. */
const maxText = 20_000;

/**
 * A suite for each file, a case for each rule that found something in it: names that stay the same when
 * lines move or messages change, so that GitLab can tell new failures from known ones. Only errors fail.
 */
export const junit: LintReporter = {
  id: "junit",
  extension: "xml",
  summary: "a JUnit report for GitLab's merge request widget; only errors fail",
  format({ files }, options) {
    const groups = groupBy(files, ({ path }) => reportPath(path, options));
    const suites = [...groups].map(([path, group]) => {
      const diagnostics = group.flatMap((file) => file.diagnostics);
      return { name: path, cases: casesOf(diagnostics, path) };
    });
    return junitXml("flowproof lint", suites);
  },
};

function casesOf(diagnostics: readonly Diagnostic[], path: string): readonly JunitCase[] {
  const shared = { classname: path, file: path, seconds: 0 };
  if (diagnostics.length === 0) return [{ ...shared, name: "nothing found" }];
  return [...groupBy(diagnostics, ({ rule }) => rule)].map(([name, group]) => {
    const errors = group.filter(({ severity }) => severity === "error");
    const others = group.filter(({ severity }) => severity !== "error");
    return {
      ...shared,
      name,
      ...(errors.length > 0 && {
        problem: {
          kind: "failure" as const,
          message: singleLine(errors[0]?.message ?? ""),
          text: textOf(errors, path),
        },
      }),
      ...(others.length > 0 && { output: textOf(others, path) }),
    };
  });
}

function textOf(found: readonly Diagnostic[], path: string): string {
  const text = found.map((each) => findingText(each, path)).join("\n\n");
  // What is in such brackets GitLab takes for the path of a picture.
  return clip(text.replaceAll("[[ATTACHMENT|", "[[ATTACHMENT |"), maxText);
}

function findingText(found: Diagnostic, path: string): string {
  const { line, column, severity, code, message, hint } = found;
  const name = code === undefined ? severity : `${severity} ${code}`;
  return `${path}:${line}:${column} ${name} ${singleLine(message)}\n  hint: ${singleLine(hint)}`;
}
