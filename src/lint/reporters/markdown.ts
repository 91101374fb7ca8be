import { clip } from "../../core/text/clip.ts";
import { codeSpan, type LinePart, linesLength, withinLength } from "../../format/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintedFile } from "../lint-report.ts";
import type { LintReporter } from "../lint-reporter.ts";
import { findingCounts } from "../reporting/finding-counts.ts";
import { reportPath } from "../reporting/report-path.ts";
import { safetyChecklist } from "../reporting/safety-checklist.ts";

/** GitLab takes comments of a million characters; long before that nobody reads on. */
const maxComment = 200_000;
const maxWords = 1000;

/**
 * A comment for a merge request. Whatever comes from a file stands in code spans, where Markdown and
 * GitLab see nothing but text.
 */
export const markdown: LintReporter = {
  id: "markdown",
  extension: "md",
  summary: "a comment for a merge request, with the checklist of secret safety",
  format(report, options) {
    const files = report.files.map((file) => ({ ...file, path: reportPath(file.path, options) }));
    const checklist = safetyChecklist(files);
    const lines = [
      `### flowproof lint: ${findingCounts(report)}`,
      ...(checklist.length === 0 ? [] : ["", "#### Secret safety", "", ...checklist]),
    ];
    const kept = withinLimit(files.flatMap(fileParts), linesLength(lines));
    return `${[...lines, ...kept].join("\n")}\n`;
  },
};

/** A part of the list, with as many findings as it tells. */
interface Part extends LinePart {
  readonly findings: number;
}

function fileParts({ path, diagnostics }: LintedFile): readonly Part[] {
  if (diagnostics.length === 0) return [];
  const heading = ["", `#### ${codeSpan(clip(path, maxWords))}`, ""];
  return [{ lines: heading, findings: 0 }, ...diagnostics.map(findingPart)];
}

function findingPart({ severity, line, column, message, hint, rule, code }: Diagnostic): Part {
  const name = code === undefined ? rule : `${rule} (${code})`;
  return {
    lines: [
      `- **${severity}** at ${line}:${column}: ${words(message)}\\`,
      `  hint: ${words(hint)}, rule: ${codeSpan(name)}`,
    ],
    findings: 1,
  };
}

function words(text: string): string {
  return codeSpan(clip(text, maxWords));
}

function withinLimit(parts: readonly Part[], begun: number): readonly string[] {
  const { kept, rest } = withinLength(parts, maxComment - begun);
  const lines = kept.flatMap((part) => part.lines);
  if (rest.length === 0) return lines;
  const leftOut = rest.reduce((sum, { findings }) => sum + findings, 0);
  return [
    ...lines,
    "",
    `${leftOut} more findings are left out here, because a comment cannot be longer.`,
  ];
}
