import { judgeRun, runExitCode } from "../../compare/index.ts";
import { printable } from "../../core/text/printable.ts";
import { type Column, createPaint, type Paint, terminalTable } from "../../format/index.ts";
import { type CaseRecord, decidingCases, type RunRecord } from "../../record/index.ts";
import { caseBlocks, caseList, flakyBlock } from "../case-blocks.ts";
import { coverageTable } from "../coverage-table.ts";
import { missingNote } from "../end-text.ts";
import { gateBlock } from "../gates/gate-lines.ts";
import { withKnownHistory } from "../history-text.ts";
import { calibrationWarnings, judgeNotes } from "../judge-notes.ts";
import { judgeVarianceBlock } from "../judge-variance-text.ts";
import { kindOf, labelSentences, selectionSentence } from "../labels.ts";
import { panelNotes } from "../panel-text.ts";
import { reliabilityLines } from "../reliability-text.ts";
import type { RunReporter } from "../reporter.ts";
import { servedSentences } from "../served-models.ts";
import { costText, spendingNotes } from "../spending-text.ts";
import { spendingOf } from "../spending.ts";
import { groupsOf, passRateOf, type SummaryGroup } from "../summary.ts";
import { sumUsage } from "../sums.ts";
import { count, rate, tokens } from "../words.ts";

/** What a person reads at the end of a run: failures in full, a row per suite, the verdict. */
export const pretty: RunReporter = {
  id: "pretty",
  extension: "txt",
  summary: "a table and every failure in full, for people",
  format(record, { color, verbose }) {
    const paint = createPaint(color);
    const blocks = [
      opening(record, paint),
      ...(verbose ? [caseList(record.cases, paint)] : []),
      ...caseBlocks(withKnownHistory(record.cases), paint),
      [suiteTable(record.cases, paint), ...reliabilityLines(record.cases)].join("\n"),
      ...gateBlock(record, paint),
      ...(record.coverage === undefined ? [] : [coverageTable(record.coverage, paint)]),
      ...flakyBlock(record.cases, paint),
      ...judgeVarianceBlock(record, paint),
      [...notes(record, paint), closingLine(record, paint)].join("\n"),
    ];
    return `${blocks.join("\n\n")}\n`;
  },
  formatRuns: ({ runs }, options) =>
    runs.map(({ record }) => pretty.format(record, options)).join(`\n${"─".repeat(72)}\n\n`),
};

/** What kind of run it was comes first: who reads on must not take a script for a model. */
function opening({ started }: RunRecord, paint: Paint): string {
  const kind = kindOf(started.labels);
  const models = [...new Set(started.suites.map(({ agentModel }) => agentModel))].join(", ");
  const who = kind === undefined ? printable(models) : paint("yellow", kind);
  return `run ${printable(started.run)} · ${who}`;
}

function suiteTable(cases: readonly CaseRecord[], paint: Paint): string {
  const groups = groupsOf(cases);
  const several = new Set(groups.map(({ target }) => target)).size > 1;
  const apart = groups.some(({ quarantined }) => quarantined !== undefined);
  const columns: Column[] = [
    { title: "suite" },
    ...(several ? [{ title: "target" }] : []),
    ...["cases", "pass", "fail", "agent", "judge", "infra", "suite error"].map((title): Column => ({
      title,
      align: "right",
    })),
    ...(apart ? [{ title: "quarantined", align: "right" as const }] : []),
    { title: "pass rate (95 % interval)" },
  ];
  const rows = groups.map((group) => row(group, { several, apart }, paint));
  return terminalTable(columns, rows);
}

/** Which columns a table has besides those that it always has. */
interface Shown {
  readonly several: boolean;
  readonly apart: boolean;
}

function row(group: SummaryGroup, { several, apart }: Shown, paint: Paint): string[] {
  const { counts, suite, target, passRate, quarantined } = group;
  const total = sumOf(counts);
  const bad = (amount: number) => (amount === 0 ? "0" : paint("red", String(amount)));
  return [
    printable(suite),
    ...(several ? [printable(target)] : []),
    String(total),
    String(counts.pass),
    bad(counts.fail),
    bad(counts.agent_error),
    bad(counts.judge_error),
    bad(counts.infra_error),
    bad(counts.suite_error),
    ...(apart ? [String(sumOf(quarantined))] : []),
    rate(passRate),
  ];
}

function sumOf(counts: SummaryGroup["quarantined"]): number {
  return Object.values(counts ?? {}).reduce((sum, each) => sum + each, 0);
}

function notes(record: RunRecord, paint: Paint): string[] {
  const { started, cases } = record;
  const spending = spendingOf(cases);
  const trials = cases.flatMap((each) => each.trials);
  const usage = sumUsage(trials.flatMap((trial) => [trial.usage, trial.judgeUsage]));
  return [
    ...[...selectionSentence(started), ...labelSentences(started), ...servedSentences(record)].map(
      (sentence) => paint("yellow", `note: ${sentence}`),
    ),
    ...calibrationWarnings(started).map((warning) => paint("yellow", `warning: ${warning}`)),
    ...[...judgeNotes(started), ...panelNotes(record)].map((note) => `note: ${note}`),
    ...missingNote(record).map((note) => paint("yellow", `note: ${note}`)),
    ...spendingNotes(spending).map((note) => `note: ${note}`),
    `${count(trials.length, "trial")}, ${tokens(usage)}, ${costText(spending)}`,
  ];
}

function closingLine(record: RunRecord, paint: Paint): string {
  const { cases, started } = record;
  const { gate } = judgeRun(record);
  const style = gate === "pass" ? "green" : gate === "fail" ? "red" : "yellow";
  const deciding = decidingCases(cases);
  const passed = deciding.filter(({ outcome }) => outcome === "pass").length;
  const apart = cases.length - deciding.length;
  const targets = new Set(cases.map(({ target }) => target));
  const { passRate } = targets.size > 1 ? {} : passRateOf(cases);
  const parts = [
    `${passed} of ${count(deciding.length, "case")} passed`,
    ...(apart === 0 ? [] : [`${apart} quarantined`]),
    ...(passRate === undefined ? [] : [`pass rate ${rate(passRate)}`]),
    ...(record.end === "done"
      ? []
      : [
          record.end === "limit"
            ? `stopped by the ${record.limit?.name ?? "set"} limit`
            : "interrupted",
        ]),
    `exit ${runExitCode(record)}`,
  ];
  const kind = kindOf(started.labels);
  return `${paint(style, `gate ${gate}`)}: ${parts.join(", ")}${kind === undefined ? "" : ` · ${paint("yellow", kind)}`}`;
}
