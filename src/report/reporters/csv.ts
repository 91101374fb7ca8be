import { clip } from "../../core/text/clip.ts";
import { type CsvCell, csvRows } from "../../format/index.ts";
import type { CaseRecord, RunRecord, TrialRecord } from "../../record/index.ts";
import type { RunReporter } from "../reporter.ts";

/** Spreadsheets take 32,767 UTF-16 units in a cell; a mark before a formula needs one. */
const maxCell = 32_000;

/** A row per trial. What happened where is told by its first columns, what is not known is empty. */
export const csv: RunReporter = {
  id: "csv",
  extension: "csv",
  summary: "a row per trial, for spreadsheets",
  format: (record) => csvRows([header, ...rowsOf(record)]),
  formatRuns: ({ runs }) => csvRows([header, ...runs.flatMap(({ record }) => rowsOf(record))]),
};

interface Row {
  readonly run: RunRecord["started"];
  readonly of: CaseRecord;
  readonly trial: TrialRecord;
}

const columns: Readonly<Record<string, (row: Row) => CsvCell>> = {
  run: ({ run }) => run.run,
  labels: ({ run }) => run.labels.join(" "),
  suite: ({ of }) => of.suite,
  case: ({ of }) => of.case,
  target: ({ of }) => of.target,
  tags: ({ of }) => of.tags.join(" "),
  critical: ({ of }) => String(of.critical),
  quarantined: ({ of }) => String(of.quarantine !== undefined),
  case_outcome: ({ of }) => of.outcome ?? "unfinished",
  // From 1, as everywhere where people read.
  trial: ({ trial }) => trial.trial + 1,
  outcome: ({ trial }) => trial.outcome,
  reason: ({ trial }) => trial.reason,
  checks: ({ trial }) => trial.checks.length,
  checks_passed: ({ trial }) => trial.checks.filter(({ outcome }) => outcome === "pass").length,
  tool_calls: (row) => told(row, "calls", row.trial.calls.length),
  turns: ({ trial }) => trial.turns,
  replies: (row) => told(row, "replies", row.trial.replies),
  active_ms: (row) => timed(row, row.trial.activeMs),
  wait_ms: (row) => timed(row, row.trial.waitMs),
  first_token_ms: (row) => timed(row, row.trial.firstTokenMs ?? undefined),
  input_tokens: (row) => told(row, "usage", row.trial.usage.inputTokens),
  output_tokens: (row) => told(row, "usage", row.trial.usage.outputTokens),
  cache_read_tokens: (row) => told(row, "usage", row.trial.usage.cacheReadTokens),
  cache_write_tokens: (row) => told(row, "usage", row.trial.usage.cacheWriteTokens),
  judge_input_tokens: ({ trial }) => trial.judgeUsage.inputTokens,
  judge_output_tokens: ({ trial }) => trial.judgeUsage.outputTokens,
  cost_usd: ({ trial }) => trial.costUsd ?? undefined,
  status: (row) => told(row, "status", row.trial.status),
  answer: ({ trial }) => trial.answer,
};
const header: readonly string[] = Object.keys(columns);

function rowsOf({ started, cases }: RunRecord): readonly (readonly CsvCell[])[] {
  return cases.flatMap((of) =>
    of.trials.map((trial) =>
      Object.values(columns).map((value) => short(value({ run: started, of, trial }))),
    ),
  );
}

function short(cell: CsvCell): CsvCell {
  return typeof cell === "string" ? clip(cell, maxCell) : cell;
}

/** What the target does not tell is empty, and not zero. */
function told({ trial }: Row, fact: string, value: CsvCell): CsvCell {
  return trial.unknown?.includes(fact) === true ? undefined : value;
}

/** What a replay took says nothing about anything. */
function timed(row: Row, ms: number | undefined): CsvCell {
  return row.run.labels.includes("replay") ? undefined : told(row, "times", ms);
}
