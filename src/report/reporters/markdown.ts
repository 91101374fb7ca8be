import { judgeRun } from "../../compare/index.ts";
import { decidingCases, type RunRecord } from "../../record/index.ts";
import { kindOf } from "../labels.ts";
import { cellText } from "../markdown/foreign-text.ts";
import { runMarkdown } from "../markdown/run-markdown.ts";
import type { RunReporter } from "../reporter.ts";
import { passRateOf } from "../summary.ts";
import { rate } from "../words.ts";

/** GitLab takes comments of a million characters; long before that nobody reads on. */
const maxComment = 200_000;

/**
 * A comment for a merge request. Foreign text stands in code spans and fences, where Markdown and GitLab
 * see nothing but text.
 */
export const markdown: RunReporter = {
  id: "markdown",
  extension: "md",
  summary: "a comment for a merge request: the verdict, what failed, and folded details",
  format: (record) => text(runMarkdown(record, maxComment)),
  formatRuns({ runs }) {
    const records = runs.map(({ record }) => record);
    const share = Math.floor((maxComment - tableRoom) / records.length);
    return text([
      ...runTable(records),
      ...records.flatMap((record) => ["", ...runMarkdown(record, share)]),
    ]);
  },
};

/** UTF-16 units of the table of runs. */
const tableRoom = 20_000;
const maxRows = 40;

function runTable(records: readonly RunRecord[]): readonly string[] {
  const left = records.length - maxRows;
  return [
    "| run | kind | gate | passed | pass rate (95 % interval) |",
    "| --- | --- | --- | ---: | --- |",
    ...records.slice(0, maxRows).map(runRow),
    ...(left > 0 ? [`| … ${left} more | | | | |`] : []),
  ];
}

function runRow(record: RunRecord): string {
  const { started, cases } = record;
  const deciding = decidingCases(cases);
  const passed = deciding.filter(({ outcome }) => outcome === "pass").length;
  const isSeveral = new Set(cases.map(({ target }) => target)).size > 1;
  const shown = isSeveral ? "several targets" : rate(passRateOf(cases).passRate);
  const kind = kindOf(started.labels) ?? "live";
  const { gate } = judgeRun(record);
  return `| ${cellText(started.run)} | ${kind} | ${gate} | ${passed} of ${deciding.length} | ${shown} |`;
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
