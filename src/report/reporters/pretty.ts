import { printable } from "../../core/text/printable.ts";
import { type Column, createPaint, type Paint, terminalTable } from "../../format/index.ts";
import { type CaseRecord, exitCodeOf, gateOf, type RunRecord } from "../../record/index.ts";
import { caseName } from "../case-name.ts";
import { coverageTable } from "../coverage-table.ts";
import { failureText, isNoteworthy } from "../failure-text.ts";
import { kindOf, labelSentences, selectionSentence } from "../labels.ts";
import type { RunReporter } from "../reporter.ts";
import { groupsOf, passRateOf, sumCost, type SummaryGroup, sumUsage } from "../summary.ts";
import { cost, count, outcomeTitle, rate, tokens } from "../words.ts";

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
      ...record.cases.filter(isNoteworthy).map((each) => failureText(each, paint)),
      suiteTable(record.cases, paint),
      ...(record.coverage === undefined ? [] : [coverageTable(record.coverage, paint)]),
      [...notes(record, paint), closingLine(record, paint)].join("\n"),
    ];
    return `${blocks.join("\n\n")}\n`;
  },
};

/** What kind of run it was comes first: who reads on must not take a script for a model. */
function opening({ started }: RunRecord, paint: Paint): string {
  const kind = kindOf(started.labels);
  const models = [...new Set(started.suites.map(({ agentModel }) => agentModel))].join(", ");
  const who = kind === undefined ? printable(models) : paint("yellow", kind);
  return `run ${started.run} · ${who}`;
}

function caseList(cases: readonly CaseRecord[], paint: Paint): string {
  return cases
    .map(({ suite, case: id, target, outcome, trials }) => {
      const name = caseName({ suite, case: id, target });
      const passed = trials.filter((trial) => trial.outcome === "pass").length;
      const share = trials.length === 1 ? "" : ` (${passed} of ${trials.length} trials)`;
      const style = outcome === "pass" ? "green" : "red";
      return `${paint(style, outcomeTitle(outcome))}  ${name}${share}`;
    })
    .join("\n");
}

function suiteTable(cases: readonly CaseRecord[], paint: Paint): string {
  const groups = groupsOf(cases);
  const several = new Set(groups.map(({ target }) => target)).size > 1;
  const columns: Column[] = [
    { title: "suite" },
    ...(several ? [{ title: "target" }] : []),
    ...["cases", "pass", "fail", "agent", "judge", "infra", "suite error"].map((title): Column => ({
      title,
      align: "right",
    })),
    { title: "pass rate (95 % interval)" },
  ];
  const rows = groups.map((group) => row(group, several, paint));
  return terminalTable(columns, rows);
}

function row(group: SummaryGroup, several: boolean, paint: Paint): string[] {
  const { counts, suite, target, passRate } = group;
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
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
    rate(passRate),
  ];
}

function notes({ started, cases }: RunRecord, paint: Paint): string[] {
  const trials = cases.flatMap((each) => each.trials);
  const usage = sumUsage(trials.flatMap((trial) => [trial.usage, trial.judgeUsage]));
  return [
    ...[...selectionSentence(started), ...labelSentences(started)].map((sentence) =>
      paint("yellow", `note: ${sentence}`),
    ),
    `${count(trials.length, "trial")}, ${tokens(usage)}, ${cost(sumCost(trials))}`,
  ];
}

function closingLine(record: RunRecord, paint: Paint): string {
  const { cases, started } = record;
  const gate = gateOf(cases);
  const style = gate === "pass" ? "green" : gate === "fail" ? "red" : "yellow";
  const passed = cases.filter(({ outcome }) => outcome === "pass").length;
  const targets = new Set(cases.map(({ target }) => target));
  const { passRate } = targets.size > 1 ? {} : passRateOf(cases);
  const parts = [
    `${passed} of ${count(cases.length, "case")} passed`,
    ...(passRate === undefined ? [] : [`pass rate ${rate(passRate)}`]),
    ...(record.end === "done"
      ? []
      : [record.end === "limit" ? "stopped by a limit" : "interrupted"]),
    `exit ${exitCodeOf(record)}`,
  ];
  const kind = kindOf(started.labels);
  return `${paint(style, `gate ${gate}`)}: ${parts.join(", ")}${kind === undefined ? "" : ` · ${paint("yellow", kind)}`}`;
}
