import { printable } from "../core/text/printable.ts";
import type { Paint } from "../format/index.ts";
import type { CaseRecord, CheckRecord, TrialRecord } from "../record/index.ts";
import { caseName } from "./case-name.ts";
import { historyText } from "./history-text.ts";
import { quarantineText } from "./quarantine-text.ts";
import { trialMarks } from "./trial-marks.ts";
import { outcomeTitle } from "./words.ts";

/** A case that a reader must look at: it is settled and did not pass. */
export function isNoteworthy({ outcome }: CaseRecord): boolean {
  return outcome !== undefined && outcome !== "pass";
}

/** A case that did not pass, with every trial that did not, every broken check, and the answer. */
export function failureText(record: CaseRecord, paint: Paint): string {
  const { outcome, trials, require, critical, quarantine } = record;
  const marks = trialMarks(record);
  const share = marks === "" ? "" : ` ${marks} (${require} required)`;
  const name = paint("bold", caseName(record));
  const weight = critical ? paint("red", " · critical") : "";
  const head = `${paint("red", outcomeTitle(outcome))}  ${name}${share}${weight}`;
  const asides = [
    ...(quarantine === undefined ? [] : [quarantineText(quarantine)]),
    historyText(record.history) ?? [],
  ].flat();
  const bodies = trials
    .filter((trial) => trial.outcome !== "pass")
    .map((trial) => trialText(trial, trials.length > 1, paint));
  return [head, ...asides.map((line) => indent(paint("yellow", line), 2)), ...bodies].join("\n");
}

/** The same in one line, for a display that goes on: the first reason found. */
export function failureLine(record: CaseRecord, paint: Paint): string {
  const reason = record.trials.find(({ outcome }) => outcome !== "pass")?.reason;
  const name = paint("bold", caseName(record));
  const tail = reason === undefined ? "" : `: ${printable(reason).replaceAll("\n", " ")}`;
  return `${paint("red", outcomeTitle(record.outcome))}  ${name}${tail}`;
}

function trialText(trial: TrialRecord, several: boolean, paint: Paint): string {
  const { reason, hint, answer, calls, checks } = trial;
  const broken = checks.filter((check) => check.outcome !== "pass");
  const title = several ? [`trial ${trial.trial + 1}: ${outcomeTitle(trial.outcome)}`] : [];
  // A broken check says it better; everything else (a limit, a network) is not in the checks.
  const isSaid = trial.outcome === "fail" || trial.outcome === "judge_error";
  const reasonLines =
    reason === undefined || (isSaid && broken.length > 0) ? [] : [printable(reason)];
  const lines = [
    ...title,
    ...reasonLines,
    ...(hint === undefined ? [] : [`hint: ${printable(hint)}`]),
    ...broken.map((check) => checkText(check, paint)),
    paint(
      "dim",
      `calls: ${printable(calls.map(({ tool, isError }) => (isError ? `${tool} (error)` : tool)).join(", ")) || "none"}`,
    ),
    paint("dim", `answer: ${answer === "" ? "none" : printable(answer)}`),
  ];
  return lines.map((line) => indent(line, 2)).join("\n");
}

function checkText({ id, outcome, message, details }: CheckRecord, paint: Paint): string {
  const mark = outcome === "fail" ? paint("red", "✗") : paint("yellow", "?");
  const first = `${mark} ${printable(`${id}: ${message}`)}`;
  return details === undefined ? first : `${first}\n${indent(printable(details), 2)}`;
}

function indent(text: string, width: number): string {
  const margin = " ".repeat(width);
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `${margin}${line}`))
    .join("\n");
}
